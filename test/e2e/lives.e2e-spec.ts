import { lifeStories } from '../lives/life-story';
import { live } from '../lives/live';
import { isLong } from '../support/cases';
import { startCloud } from '../cloud/start-cloud';
import { CLOUD_TYPES } from '../support/cloud-types';
import fc from '../support/fast-check';
import { useKiln } from '../support/use-kiln';

const LIVES = isLong ? 100 : 5;

jest.setTimeout(LIVES * 60_000);

describe('stacks whose lives nobody planned', () => {
  const kiln = useKiln({ engines: 2, env: CLOUD_TYPES });
  let names = 0;

  it('are what was asked for last each time that they settle, and leave nothing behind', async () => {
    await fc.assert(
      fc.asyncProperty(lifeStories, async (story) => {
        const cloud = await startCloud();
        try {
          await live(story, `life-${(names += 1)}`, kiln, cloud);
        } finally {
          await cloud.close();
        }
      }),
      { numRuns: LIVES, endOnFailure: true },
    );
  });
});
