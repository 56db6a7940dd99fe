import { isObject, isWritten } from '#template';
import type { ExactJson } from '#template';
import type { Expectation, Vector } from './vectors';

/** What Kiln answers to a case, in the terms of the vectors. */
export interface Answer {
  readonly value?: ExactJson;
  readonly error?: string;
  readonly phase?: string;
}

/** One thing that a case asks, with Heat's answer and Kiln's. */
export interface Question {
  readonly expected: Expectation;
  readonly answer: () => Answer;
}

/** A case in which Kiln answers otherwise than Heat. */
export interface Difference {
  readonly id: string;
  readonly topic: string;
  readonly expected: Expectation;
  readonly found: Answer;
}

export interface Counts {
  cases: number;
  agree: number;
}

export interface Result extends Counts {
  readonly differ: readonly Difference[];
  readonly topics: ReadonlyMap<string, Counts>;
}

/** Asks every case; one that throws differs. */
export function runCases(vectors: readonly Vector[], questions: (vector: Vector) => readonly Question[]): Result {
  const topics = new Map<string, Counts>();
  const differ: Difference[] = [];
  for (const vector of vectors) {
    const difference = firstDifference(vector, questions);
    const counts = topics.get(vector.topic) ?? { cases: 0, agree: 0 };
    topics.set(vector.topic, counts);
    counts.cases += 1;
    if (difference === undefined) counts.agree += 1;
    else differ.push(difference);
  }
  return { cases: vectors.length, agree: vectors.length - differ.length, differ, topics };
}

function firstDifference(vector: Vector, questions: (vector: Vector) => readonly Question[]): Difference | undefined {
  for (const { expected, answer } of questions(vector)) {
    const found = answerSafely(answer);
    if (!agrees(expected, found)) return { id: vector.id, topic: vector.topic, expected, found };
  }
  return undefined;
}

function answerSafely(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    return { error: String(error), phase: 'thrown' };
  }
}

/** Values are equal, or both are errors of the same phase; where the vector names no phase, any will do. */
export function agrees(expected: Expectation, found: Answer): boolean {
  if (expected.error === undefined)
    return found.error === undefined && isAnswer(expected.value ?? null, found.value ?? null);
  if (found.error === undefined) return false;
  return expected.phase === undefined || expected.phase === found.phase;
}

/** As `equal`, but a set of Python's is a list whose order does not matter, as JSON has no sets. */
function isAnswer(expected: ExactJson, found: ExactJson): boolean {
  if (Array.isArray(expected)) return Array.isArray(found) && areAnswers(expected, found);
  if (!isObject(expected)) return equal(expected, found);
  if (Array.isArray(expected['$set'])) return Array.isArray(found) && equal(sorted(expected['$set']), sorted(found));
  return isObject(found) ? areMapAnswers(expected, found) : equal(expected, found);
}

function areMapAnswers(
  expected: Readonly<Record<string, ExactJson>>,
  found: Readonly<Record<string, ExactJson>>,
): boolean {
  const keys = Object.keys(expected).sort();
  return equal(keys, Object.keys(found).sort()) && areAnswers(keys.map(valueIn(expected)), keys.map(valueIn(found)));
}

function areAnswers(expected: readonly ExactJson[], found: readonly ExactJson[]): boolean {
  return expected.length === found.length && expected.every((value, index) => isAnswer(value, found[index] ?? null));
}

function valueIn(map: Readonly<Record<string, ExactJson>>): (key: string) => ExactJson {
  return (key) => map[key] ?? null;
}

function sorted(list: readonly ExactJson[]): ExactJson[] {
  return list.toSorted((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
}

/** Compares as JSON: the order of keys does not matter, and `1.0` is `1`, but no digit may differ. */
export function equal(a: ExactJson, b: ExactJson): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: ExactJson): string {
  if (typeof value === 'number') return numeral(value);
  if (isWritten(value)) return value.isFloat ? numeral(value.value) : value.text;
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`);
  return `{${entries.sort().join()}}`;
}

/** Those that JSON has no form for are written as the vectors write them. */
function numeral(value: number): string {
  if (!Number.isFinite(value)) return canonical({ $float: floatName(value) });
  return Number.isInteger(value) ? String(BigInt(value)) : String(value);
}

function floatName(value: number): string {
  return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
}
