import type { Json } from '#contracts';
import { expectationOf } from './vectors';
import type { Expectation, Vector } from './vectors';

/** What Kiln answers to a case, in the terms of the vectors. */
export interface Answer {
  readonly value?: Json;
  readonly error?: string;
  readonly phase?: string;
}

/** A case in which Kiln answers otherwise than Heat. */
export interface Difference {
  readonly id: string;
  readonly topic: string;
  readonly expected: Expectation;
  readonly found: Answer;
}

export interface Result {
  readonly cases: number;
  readonly agree: number;
  readonly differ: readonly Difference[];
}

/** Runs every case; one that throws differs. */
export function runCases(vectors: readonly Vector[], answer: (vector: Vector) => Answer): Result {
  const differ = vectors.flatMap((vector) => {
    const found = answerSafely(vector, answer);
    const expected = expectationOf(vector);
    return agrees(expected, found) ? [] : [{ id: vector.id, topic: vector.topic, expected, found }];
  });
  return { cases: vectors.length, agree: vectors.length - differ.length, differ };
}

function answerSafely(vector: Vector, answer: (vector: Vector) => Answer): Answer {
  try {
    return answer(vector);
  } catch (error) {
    return { error: String(error), phase: 'thrown' };
  }
}

/** Values are equal, or both are errors of the same phase; where the vector names no phase, any will do. */
export function agrees(expected: Expectation, found: Answer): boolean {
  if (expected.error === undefined)
    return found.error === undefined && equal(expected.value ?? null, found.value ?? null);
  if (found.error === undefined) return false;
  return expected.phase === undefined || expected.phase === found.phase;
}

/** Compares as JSON; the order of keys does not matter. */
export function equal(a: Json, b: Json): boolean {
  return canonical(a) === canonical(b);
}

/** Numbers that JSON has no form for are written as the vectors write them. */
function canonical(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return canonical({ $float: floatName(value) });
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`);
  return `{${entries.sort().join()}}`;
}

function floatName(value: number): string {
  return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
}
