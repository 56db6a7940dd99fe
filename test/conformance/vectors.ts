import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Json } from '#contracts';

/** What Heat answered: a value, or an error with the phase in which it came. */
export interface Expectation {
  readonly value?: Json;
  readonly error?: string;
  readonly phase?: string;
  /** `python`: an accident of the language that Heat is written in. */
  readonly origin?: string;
  readonly [key: string]: unknown;
}

/** One line of a set of vectors; what else it has depends on the set. */
export interface Vector {
  readonly id: string;
  readonly topic: string;
  readonly expect: Expectation;
  /** What Heat's development branch answers; it counts where it is there. */
  readonly expect_newer?: Expectation;
  readonly flags?: readonly string[];
  readonly [key: string]: unknown;
}

const FOLDER = resolve(__dirname, '../../../shared/vectors');

/** The vectors are not part of the project; where they are missing the tests say so and are skipped. */
export const VECTORS_MISSING = existsSync(FOLDER) ? undefined : `no conformance vectors at ${FOLDER}`;

/** The cases of a set such as `functions`; none where the vectors are missing. */
export function loadVectors(set: string): Vector[] {
  if (VECTORS_MISSING !== undefined) return [];
  const lines = readFileSync(resolve(FOLDER, `${set}.jsonl`), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Vector);
}

export function expectationOf(vector: Vector): Expectation {
  return vector.expect_newer ?? vector.expect;
}
