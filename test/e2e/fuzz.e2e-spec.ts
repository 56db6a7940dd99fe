import { fuzz } from '../fuzz/fuzz';
import { FuzzWorld } from '../fuzz/world';
import { bugsInLog, startFuzzedKiln } from '../fuzz/use-fuzzed-kiln';
import { isLong } from '../support/cases';
import type { Kiln } from '../support/kiln';

const REQUESTS = isLong ? 20_000 : 1_000;

jest.setTimeout(isLong ? 900_000 : 120_000);

describe('requests that are made up from the description of the api', () => {
  let kiln: Kiln;

  beforeAll(async () => {
    kiln = await startFuzzedKiln();
  });

  afterAll(async () => {
    await kiln.stop();
  });

  it(`are answered as it says, ${REQUESTS} of them`, async () => {
    const { requests, byStatus, faults } = await fuzz(await FuzzWorld.of(kiln), { requests: REQUESTS, seed: 1 });
    expect(faults).toEqual([]);
    expect(requests).toBe(REQUESTS);
    // They reach beyond the edge.
    for (const status of ['200', '202', '400', '404', '405', '501']) expect(byStatus.get(status)).toBeGreaterThan(0);
    expect(kiln.apiProcess.isAlive).toBe(true);
    expect(bugsInLog(kiln)).toEqual([]);
  });
});
