import { startCloud } from '../cloud/start-cloud';
import type { RunningCloud } from '../cloud/start-cloud';

type Hook = (work: () => Promise<void>) => void;

/** A stand-in cloud for all tests of a file or block. Used after `useKiln` it also ends after it: hooks keep their order. */
export function useCloud(): RunningCloud {
  return cloudBetween(beforeAll, afterAll);
}

/** A stand-in cloud that is another for each test, and empty. */
export function useFreshCloud(): RunningCloud {
  return cloudBetween(beforeEach, afterEach);
}

function cloudBetween(before: Hook, after: Hook): RunningCloud {
  let cloud: RunningCloud;
  before(async () => {
    cloud = await startCloud();
  });
  after(() => cloud.close());
  return {
    get url() {
      return cloud.url;
    },
    living: () => cloud.living(),
    calls: () => cloud.calls(),
    behave: (behaviour) => cloud.behave(behaviour),
    remove: (id) => cloud.remove(id),
    resize: (id, size) => cloud.resize(id, size),
    close: () => cloud.close(),
  };
}
