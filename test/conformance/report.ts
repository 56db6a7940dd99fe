import type { ExactJson } from '#template';
import type { Answer, Counts, Difference } from './comparison';
import type { SetResult } from './run-sets';
import type { Expectation } from './vectors';

/** One line for each topic of each set, one for each set, and one for all. */
export function printTable(results: readonly SetResult[]): void {
  const rows = results.flatMap((result) => [
    ...[...result.topics].map(([topic, counts]) => rowOf(result.name, topic, counts)),
    rowOf(result.name, '', result),
  ]);
  const table = [['set', 'topic', 'cases', 'agree', 'differ'], ...rows, rowOf('all', '', sumOf(results))];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const lines = table.map((row) =>
    row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))),
  );
  print(lines.map((cells) => cells.join('  ').trimEnd()));
}

/** Each difference: its id, what Heat answers, what Kiln does, and why, where a reason is written down. */
export function printDifferences(results: readonly SetResult[]): void {
  for (const { differ, unexplained } of results) {
    const without = new Set(unexplained);
    for (const difference of differ) {
      const { id, expected, found } = difference;
      print(['', without.has(difference) ? `${id}  (no reason given)` : id]);
      print([`  expected  ${JSON.stringify(shown(expected))}`, `  found     ${JSON.stringify(shown(found))}`]);
    }
  }
}

/** The same, to be read by a program. */
export function report(results: readonly SetResult[]): object {
  const sets = results.map(({ name, cases, agree, differ }) => [name, { cases, agree, differ: differ.map(entry) }]);
  return { ...sumOf(results), sets: Object.fromEntries(sets) as object };
}

function entry({ id, expected, found }: Difference): object {
  return { id, expected: shown(expected), found: shown(found) };
}

/** The value, or the error with its phase. */
function shown({ value, error, phase }: Expectation | Answer): ExactJson {
  if (error === undefined) return value ?? null;
  return { error, ...(phase === undefined ? {} : { phase }) };
}

function sumOf(results: readonly Counts[]): Counts {
  const sum = (count: (counts: Counts) => number): number => results.reduce((total, each) => total + count(each), 0);
  return { cases: sum(({ cases }) => cases), agree: sum(({ agree }) => agree) };
}

function rowOf(set: string, topic: string, { cases, agree }: Counts): string[] {
  return [set, topic, ...[cases, agree, cases - agree].map(String)];
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
