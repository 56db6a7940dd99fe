import { Kiln } from './kiln';
import type { KilnOptions } from './kiln';

/** A Kiln for the tests of a file or block: started before the first, stopped after the last. */
export function useKiln(options: KilnOptions = {}): Kiln {
  const kiln = new Kiln(options);
  beforeAll(() => kiln.start());
  afterAll(() => kiln.stop());
  return kiln;
}
