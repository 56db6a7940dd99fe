import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseExactJson } from '#template';
import type { ExactJson } from '#template';

/** What Heat answered: a value, or an error with the phase in which it came. */
export interface Expectation {
  readonly value?: ExactJson;
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

/** Where the vectors and the real templates lie. */
export interface Folders {
  readonly vectors: string;
  readonly corpus: string;
}

/** Beside the project, seen from its root, where npm runs its scripts. They are not part of it. */
export const DEFAULT_FOLDERS: Folders = { vectors: resolve('../shared/vectors'), corpus: resolve('../shared/corpus') };

/** Says which folder is missing; tests then say so and are skipped. */
export function vectorsMissing({ vectors, corpus }: Folders): string | undefined {
  const missing = [vectors, corpus].find((folder) => !existsSync(folder));
  return missing === undefined ? undefined : `there is no folder ${missing}`;
}

/** The cases of a set such as `functions`; none where the folder has no such file. */
export function loadVectors({ vectors }: Folders, set: string): Vector[] {
  const file = resolve(vectors, `${set}.jsonl`);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => parseExactJson(line) as unknown as Vector);
}

export function expectationOf(vector: Vector): Expectation {
  return vector.expect_newer ?? vector.expect;
}
