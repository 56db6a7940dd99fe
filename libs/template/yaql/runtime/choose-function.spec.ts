import { fn, required } from '../library/define';
import { ANY, COLLECTION, LAMBDA, SEQUENCE } from '../library/types';
import { parseYaql } from '../syntax/parser';
import { Sequence } from '../values/value';
import { chooseFunction } from './overloads';
import type { Given, ParameterType } from './yaql-function';

const LIST: Given = { value: new Sequence([]) };
const EXPRESSION: Given = { syntax: parseYaql('$') };
const FAULT = 'more than one function fits what it is given';

/** Takes anything, and says that it stands for these kinds. */
function kind(...lineage: string[]): ParameterType<unknown> {
  return { ...ANY, lineage };
}

/** Which of several functions is chosen, each told by the types of its parameters. */
function chosenOf(given: Given, ...functions: ParameterType<unknown>[][]): number | string {
  const specs = functions.map((types, index) =>
    fn(
      String(index),
      types.map((type, position) => required(`p${position}`, type)),
      () => null,
    ),
  );
  const positional = (functions[0] ?? []).map(() => given);
  try {
    const choice = chooseFunction([specs], { positional, named: new Map() }, () => LIST);
    return 'spec' in choice ? Number(choice.spec.name) : 'none';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('of several functions that fit', () => {
  it.each<[string, ParameterType<unknown>[][], number | string]>([
    ['the first where it asks for less', [[SEQUENCE], [COLLECTION]], 0],
    ['the last where it asks for less', [[ANY], [COLLECTION], [SEQUENCE]], 2],
    ['the one in between', [[ANY], [SEQUENCE], [COLLECTION]], 1],
    [
      'one that asks for less once',
      [
        [SEQUENCE, ANY],
        [COLLECTION, ANY],
      ],
      0,
    ],
    [
      'one that asks for less the second time',
      [
        [ANY, COLLECTION],
        [ANY, SEQUENCE],
      ],
      1,
    ],
    ['none where they ask for the same', [[SEQUENCE], [SEQUENCE]], FAULT],
    [
      'none where each asks for less once',
      [
        [SEQUENCE, ANY],
        [COLLECTION, SEQUENCE],
      ],
      FAULT,
    ],
    ['none where the kinds have nothing to do with each other', [[kind('a', 'b', 'c')], [kind('a', 'd')]], FAULT],
  ])('%s is chosen', (_, functions, chosen) => {
    expect(chosenOf(LIST, ...functions)).toBe(chosen);
  });

  it.each<[ParameterType<unknown>[][], number | string]>([
    [
      [
        [LAMBDA, ANY],
        [ANY, LAMBDA],
      ],
      FAULT,
    ],
    [
      [
        [LAMBDA, LAMBDA],
        [LAMBDA, ANY],
      ],
      FAULT,
    ],
    [
      [
        [LAMBDA, ANY],
        [LAMBDA, LAMBDA],
      ],
      FAULT,
    ],
    [
      [
        [LAMBDA, COLLECTION],
        [LAMBDA, SEQUENCE],
      ],
      1,
    ],
  ])('all must leave the same unevaluated: %#', (functions, chosen) => {
    expect(chosenOf(EXPRESSION, ...functions)).toBe(chosen);
  });
});
