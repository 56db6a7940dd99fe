import { soak } from '../lives/soak';
import { isLong } from '../support/cases';
import { CLOUD_TYPES } from '../support/cloud-types';
import { useKiln } from '../support/use-kiln';

const LIVES = isLong ? 60 : 2;

jest.setTimeout(120_000 + LIVES * 30_000);

describe('stacks whose lives nobody planned', () => {
  const kiln = useKiln({ engines: 2, notifiers: 2, env: CLOUD_TYPES });

  it('are what was asked for last, and leave nothing behind, whatever is killed', async () => {
    let begun = 0;
    const { lives, kills } = await soak(kiln, { seed: 7, inParallel: 2, isOver: () => (begun += 1) > LIVES });
    expect(lives).toBe(LIVES);
    expect(kills).toBeGreaterThan(0);
  });
});
