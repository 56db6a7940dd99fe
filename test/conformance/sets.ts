import type { Json, JsonObject } from '#contracts';
import { answerFunction } from './answer-functions';
import { answerParameters } from './answer-parameters';
import { answerCreate, answerGraph, answerValidate } from './answer-templates';
import { answerYaml } from './answer-yaml';
import type { Answer } from './comparison';
import { isInScope } from './scope';
import { expectationOf, loadVectors } from './vectors';
import type { Expectation, Vector } from './vectors';

/** Cases with what answers them. A set of vectors that asks two questions makes two of these. */
export interface ConformanceSet {
  readonly name: string;
  readonly vectors: readonly Vector[];
  readonly answer: (vector: Vector) => Answer;
}

/** Every case that is in scope, ready to be run. */
export function conformanceSets(): ConformanceSet[] {
  const templates = inScope('templates');
  return [
    { name: 'functions', vectors: inScope('functions'), answer: answerFunction },
    { name: 'parameters', vectors: inScope('parameters').map(parameterVector), answer: answerParameters },
    { name: 'yaml11', vectors: inScope('yaml11'), answer: answerYaml },
    { name: 'graph', vectors: inScope('graph').map(graphVector), answer: answerGraph },
    { name: 'templates create', vectors: templates.flatMap(createVector), answer: answerCreate },
    { name: 'templates validate', vectors: templates.flatMap(validateVector), answer: answerValidate },
  ];
}

function inScope(set: string): Vector[] {
  return loadVectors(set).filter((vector) => isInScope(set, vector));
}

/** The same case, asked another question. */
function asking(vector: Vector, expect: Expectation): Vector {
  const { expect_newer: _, ...rest } = vector;
  return { ...rest, expect };
}

/** Sets of parameters answer with `values`, updates with the names of immutable ones. */
function parameterVector(vector: Vector): Vector {
  const { values, immutable_modified: changed } = expectationOf(vector);
  const value = (values ?? changed) as Json | undefined;
  return value === undefined ? vector : asking(vector, { value });
}

/** A graph with a circle is an error; edges that types add of themselves are not the text's. */
function graphVector(vector: Vector): Vector {
  const { error, resources, edges } = expectationOf(vector);
  return asking(vector, error === undefined ? { value: { resources, edges } as Json } : { error });
}

/** What Heat says to creating the stack; none where it was not asked. */
function createVector(vector: Vector): Vector[] {
  const create = verdictOf(vector, 'create');
  if (create === undefined) return [];
  return [asking(vector, create['ok'] === true ? { value: create } : factOf(create))];
}

/** What Heat says to the template as such. */
function validateVector(vector: Vector): Vector[] {
  const validate = verdictOf(vector, 'validate');
  if (validate === undefined) return [];
  return [asking(vector, validate['ok'] === true ? { value: { ok: true } } : factOf(validate))];
}

function verdictOf(vector: Vector, question: string): JsonObject | undefined {
  return { ...vector.expect, ...vector.expect_newer }[question] as JsonObject | undefined;
}

/** Of several faults in a template Heat tells any one, so that only the fact of an error is compared. */
function factOf({ error, origin }: JsonObject): Expectation {
  return { error: typeof error === 'string' ? error : '', ...(typeof origin === 'string' ? { origin } : {}) };
}
