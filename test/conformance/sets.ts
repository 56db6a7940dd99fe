import type { ExactJson, ExactObject } from '#template';
import { answerCorpus, answerWithoutEnvironment, answerWithValues } from './answer-corpus';
import { answerEnvironment } from './answer-environments';
import { answerFunction } from './answer-functions';
import { answerParameters } from './answer-parameters';
import { answerSample } from './answer-samples';
import { answerCreate, answerGraph, answerValidate } from './answer-templates';
import { answerYaml } from './answer-yaml';
import type { Answer, Question } from './comparison';
import { expectationOf } from './vectors';
import type { Expectation, Folders, Vector } from './vectors';

/** The cases of one file of vectors. */
export interface ConformanceSet {
  /** Of the file, without its ending. */
  readonly name: string;
  /** What a case asks; it agrees where all answers do. */
  readonly questions: (vector: Vector, folders: Folders) => Question[];
}

/** Every set that is answered, in the order of the report. */
export const SETS: readonly ConformanceSet[] = [
  { name: 'functions', questions: (vector) => [asked(expectationOf(vector), () => answerFunction(vector))] },
  { name: 'parameters', questions: (vector) => [asked(parameterExpectation(vector), () => answerParameters(vector))] },
  { name: 'yaml11', questions: (vector) => [asked(expectationOf(vector), () => answerYaml(vector))] },
  {
    name: 'graph',
    questions: (vector, folders) => [asked(graphExpectation(vector), () => answerGraph(vector, folders))],
  },
  { name: 'templates', questions: templateQuestions },
  { name: 'corpus_validate', questions: corpusQuestions },
  { name: 'resource_templates', questions: (vector) => [asked(expectationOf(vector), () => answerSample(vector))] },
  {
    name: 'environments',
    questions: (vector, folders) => [asked(expectationOf(vector), () => answerEnvironment(vector, folders))],
  },
];

function asked(expected: Expectation, answer: () => Answer): Question {
  return { expected, answer };
}

/** Sets of parameters answer with `values`, updates with the names of immutable ones. */
function parameterExpectation(vector: Vector): Expectation {
  const expected = expectationOf(vector);
  const value = (expected['values'] ?? expected['immutable_modified']) as ExactJson | undefined;
  return value === undefined ? expected : { value };
}

/** A graph with a circle is an error. */
function graphExpectation(vector: Vector): Expectation {
  const { error, resources, edges, implicit_edges } = expectationOf(vector);
  return error === undefined ? { value: { resources, edges, implicit_edges } as ExactJson } : { error };
}

/** What Heat says to a real template; to some it was asked again without the environment, or with values. */
function corpusQuestions(vector: Vector, folders: Folders): Question[] {
  const { without_environment, with_values, ...expected } = expectationOf(vector) as unknown as ExactObject;
  const bare = without_environment as ExactObject | undefined;
  const valued = with_values as ExactObject | undefined;
  const values = (valued?.['values'] ?? {}) as ExactObject;
  return [
    asked(expectedOf(expected, expected), () => answerCorpus(vector, folders)),
    ...(bare === undefined
      ? []
      : [asked(expectedOf(bare, { ok: true }), () => answerWithoutEnvironment(vector, folders))]),
    ...(valued === undefined
      ? []
      : [asked(expectedOf(valued, { ok: true }), () => answerWithValues(vector, folders, values))]),
  ];
}

/** What Heat says to creating the stack, and to the template as such; neither was asked of all. */
function templateQuestions(vector: Vector): Question[] {
  const create = verdictOf(vector, 'create');
  const validate = verdictOf(vector, 'validate');
  return [
    ...(create === undefined ? [] : [asked(expectedOf(create, create), () => answerCreate(vector))]),
    ...(validate === undefined
      ? []
      : [asked(expectedOf(validate, withoutPseudo(validate)), () => answerValidate(vector))]),
  ];
}

/** Below a template of HOT Heat shows also what CloudFormation's templates have by themselves. */
function withoutPseudo(validation: ExactObject): ExactObject {
  const text = JSON.stringify(validation, (key, value: ExactJson) => (key.startsWith('AWS::') ? undefined : value));
  return JSON.parse(text) as ExactObject;
}

function verdictOf(vector: Vector, question: string): ExactObject | undefined {
  return { ...vector.expect, ...vector.expect_newer }[question] as ExactObject | undefined;
}

/** Of several faults in a template Heat tells any one, so that only the fact of an error is compared. */
function expectedOf({ ok, error, origin }: ExactObject, value: ExactJson): Expectation {
  if (ok === true) return { value };
  return { error: typeof error === 'string' ? error : '', ...(typeof origin === 'string' ? { origin } : {}) };
}
