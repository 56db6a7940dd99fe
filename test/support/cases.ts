import { processEnvironment } from '#configuration';

const environment = processEnvironment();

/** Whether everything is run (`npm run test:long`), or a slice with fixed seeds. */
export const isLong = environment.optionalText('KILN_TEST_LONG', { description: 'run every seed' }) === '1';

/** The seeds of a randomised test: a few fixed ones, or many. */
export function seeds(few: number, many: number): number[] {
  return Array.from({ length: isLong ? many : few }, (_, index) => index + 1);
}

/** Cases of which the slice takes some, spread over all of them. */
export function spread<T>(cases: readonly T[], few: number): readonly T[] {
  return isLong ? cases : cases.filter((_, index) => index % Math.ceil(cases.length / few) === 0);
}

/** Numbers in [0, 1) that depend on the seed alone (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
