import { printGrouped } from '../fixtures/print-syntax';
import { parseYaql } from './parser';

/** Operators between two values, those that bind more tightly first. */
const LEVELS = [
  ['.', '?.'],
  ['=~', '!~'],
  ['*', '/', 'mod'],
  ['+', '-'],
  ['>', '<', '>=', '<=', '!=', '=', 'in'],
  ['and'],
  ['or'],
  ['->'],
];

const OPERATORS = LEVELS.flatMap((operators, level) => operators.map((operator) => ({ operator, level })));
const PAIRS = OPERATORS.flatMap((first) => OPERATORS.map((second) => ({ first, second })));

/** `a first b second c`, and how it is to be read: what binds alike is read from the left, but for `->`. */
const CHAINS = PAIRS.map(({ first, second }) => {
  const isLeft = first.level < second.level || (first.level === second.level && first.operator !== '->');
  const expression = `a ${first.operator} b ${second.operator} c`;
  const grouped = isLeft
    ? `((a ${first.operator} b) ${second.operator} c)`
    : `(a ${first.operator} (b ${second.operator} c))`;
  return [expression, grouped] as const;
});

describe('two operators', () => {
  it.each(CHAINS)('%s is %s', (expression, grouped) => {
    expect(printGrouped(parseYaql(expression))).toBe(grouped);
  });
});

describe('an operator before a value', () => {
  it.each(OPERATORS.flatMap(({ operator, level }) => ['+', '-', 'not'].map((unary) => ({ unary, operator, level }))))(
    'takes in what binds more tightly: $unary a $operator b',
    ({ unary, operator, level }) => {
      const reaches = level === 0 || (unary === 'not' && level <= 4);
      const grouped = reaches ? `(${unary} (a ${operator} b))` : `((${unary} a) ${operator} b)`;
      expect(printGrouped(parseYaql(`${unary} a ${operator} b`))).toBe(grouped);
    },
  );
});

describe('brackets behind a value', () => {
  it.each(OPERATORS.map(({ operator, level }) => [operator, level] as const))(
    'belong to what stands right before them, or to all members: a %s b[0]',
    (operator, level) => {
      const grouped = level === 0 ? `((a ${operator} b))[0]` : `(a ${operator} (b)[0])`;
      expect(printGrouped(parseYaql(`a ${operator} b[0]`))).toBe(grouped);
    },
  );
});

describe('parts of operators', () => {
  it.each(['a ! b', 'a ~ b', 'a & b', 'a ? b', 'a % b'])('are none by themselves: %s', (expression) => {
    expect(() => parseYaql(expression)).toThrow('cannot stand here');
  });
});
