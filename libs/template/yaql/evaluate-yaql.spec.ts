import type { ExactJson } from '../json';
import { floatNumber, integerNumber } from '../numbers/written-number';
import { evaluateYaql, parseYaql, YaqlFault } from '.';
import { tryYaql } from './fixtures/try-yaql';

const ITEMS = 'a collection has more than the limit of 200 items';
const MEMORY = 'a value takes more than the limit of 10000 bytes';
const DEPTH = 'calls or collections stand in each other deeper than the limit of 250';
const STEPS = 'the expression takes more than the limit of 500000 steps';

describe('the limit of items', () => {
  it.each([
    ['range(N)'],
    ['range(N).toList().len()'],
    ['range(N).select($).toList().len()'],
    ['range(N).where($ < 0).len()'],
    ['range(N).count()'],
    ['range(N).sum()'],
    ['range(N).toSet().len()'],
    ['range(N).orderBy(-$).first()'],
    ['range(N).toDict(str($)).len()'],
    ['range(N).any($ < 0)'],
    ['range(N).last()'],
    ['list(range(N)).len()'],
    ['set(range(N)).len()'],
    ['([1] * N).first()'],
    ['[1] * N'],
    ['[[1] * N]'],
    ['-1 in range(N)'],
    ['{a => 1}.values().concat(range(N - 1)).count()'],
    ['range(N - 1).append(1)'],
  ])('holds for %s', (expression) => {
    expect(tryYaql(expression.replaceAll('N', '200'))).not.toBe(ITEMS);
    expect(tryYaql(expression.replaceAll('N', '201'))).toBe(ITEMS);
  });

  it.each<[string, ExactJson]>([
    ['range(300).len()', 300],
    ['([1] * 300).len()', 300],
    ['([1] * 300)[250]', 1],
    ['range(300).first()', 0],
    ['range(300).take(200).len()', 200],
    ['150 in range(300)', true],
    ['range(300).any($ = 150)', true],
    ['range(300).indexOf(150)', 150],
    ['range(100).select(range(100)).select($.len()).sum()', 10_000],
  ])('does not keep %s from being %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it('holds for maps and sets of the result', () => {
    const map = (size: number): string =>
      `dict(range(${size - 100}).select([$, 1])) + dict(range(500, 600).select([$, 1]))`;
    expect(Object.keys(tryYaql(map(200)) as Record<string, ExactJson>)).toHaveLength(200);
    expect(tryYaql(map(201))).toBe(ITEMS);
    expect(tryYaql('range(100).toSet().union(range(100, 200).toSet())')).toHaveLength(200);
    expect(tryYaql('range(101).toSet().union(range(101, 201).toSet())')).toBe(ITEMS);
  });
});

describe('the limit of memory', () => {
  it.each([
    ['texts', (size: number) => `"${'a'.repeat(size)}".len()`, 9951],
    ['Latin texts', (size: number) => `"${'é'.repeat(size)}".len()`, 9927],
    ['texts of two bytes', (size: number) => `"${'€'.repeat(size)}".len()`, 4963],
    ['texts of four bytes', (size: number) => `"${'😀'.repeat(size)}".len()`, 2481],
    ['lists', (size: number) => `([1, 2] * ${size}).len()`, 622],
    ['lists of literals', (size: number) => `[${Array(size).fill('1').join()}].len()`, 357],
    [
      'maps of literals',
      (size: number) => `{${Array.from({ length: size }, (_, key) => `${key} => 1`).join()}}.len()`,
      178,
    ],
    ['repeated texts', (size: number) => `("ab" * ${size}).len()`, 4975],
    ['repeated lists', (size: number) => `([1] * ${size}).len()`, 1245],
    ['texts repeated less than never', (size: number) => `("ab" * -${size}).len()`, 203],
    ['lists repeated less than never', (size: number) => `([1] * -${size}).len()`, 177],
    ['integers', (size: number) => `pow(2, ${size}) > 0`, 74_819],
    ['shifted integers', (size: number) => `shiftBitsLeft(1, ${size}) > 0`, 74_819],
    ['keywords', (size: number) => 'a'.repeat(size), 9951],
    ['split texts', (size: number) => `("a," * ${size}).split(",").len()`, 1103],
    ['sets', (size: number) => `range(120).toSet().union(range(200, ${200 + size}).toSet()).len()`, 135],
  ])('holds for %s', (_, expression, most) => {
    expect(tryYaql(expression(most))).not.toBe(MEMORY);
    expect(tryYaql(expression(most + 1))).toBe(MEMORY);
  });

  it.each([
    ['"abcdefgh" * 2000'],
    ['2000 * "abcdefgh"'],
    ['"a" * 1000000000000'],
    ['[1] * 1000000000000'],
    ['pow(10, 1000000000000000000000)'],
    ['pow(2, 70000) * pow(2, 70000)'],
    ['range(200).aggregate($1 + $1, "ab")'],
    ['range(200).select("a" * 9000).join("")'],
    ['let(x => "a" * 9000) -> concat($x, $x)'],
    ['("a" * 9000).replace(a, "b" * 9000)'],
    ['"a".replace({a => "b" * 9000, b => "c" * 9000})'],
    ['regex(a).replace("a" * 9000, "b" * 9000)'],
    ['str(range(30).aggregate([$1, $1], [1]))'],
    ['"{0:9999}".format(1)'],
    ['generateMany(1, range(200).toList()).len()'],
    ['generate(0, $ < 400, $ + 1, decycle => true).len()'],
    ['sequence().take(200).cycle().memorize().len()'],
    ['range(200).select(pow(2, 80000))'],
  ])('ends %s', (expression) => {
    expect(tryYaql(expression)).toMatch(/^a (?:value|collection) (?:takes|has) more than the limit/);
  });
});

describe('the limits of depth and of steps', () => {
  it.each([
    ['def(f, f($)) -> f(1)', DEPTH],
    ['def(f, [1].select(f($)).toList()) -> f(1)', DEPTH],
    ['def(f, call(f, [1], {})) -> f(1)', DEPTH],
    ['range(200).aggregate($1.select($), [1]).len()', DEPTH],
    ['range(200).aggregate(range(200).aggregate([$1], $1), [1])', DEPTH],
    ['sequence().len()', STEPS],
    ['[1].cycle().len()', STEPS],
    ['5.repeat().len()', STEPS],
    ['generateMany(1, sequence())', STEPS],
    ['range(200).select(range(200).select(range(200).len()).len()).sum()', STEPS],
    ['range(30).aggregate([$1, $1], [1])', STEPS],
    ['range(30).aggregate([$1, $1], [1]).flatten().len()', STEPS],
    ['range(30).aggregate([$1, $1], [1]) = range(30).aggregate([$1, $1], [1])', STEPS],
    ['def(f, switch($ < 2 => $, true => f($ - 1) + f($ - 2))) -> f(30)', STEPS],
    ['pow(3, pow(10, 2500), pow(10, 2900) + 7)', STEPS],
    ['range(200).select(regex("(a)(a)(a)").replaceBy("a" * 9000, $2.value)).len()', STEPS],
  ])('end %s', (expression, limit) => {
    expect(tryYaql(expression)).toBe(limit);
  });

  it.each<[string, ExactJson]>([
    ['range(120).aggregate([$1], [1]) = range(120).aggregate([$1], [1])', true],
    ['[range(200).aggregate([$1], [1])].len()', 1],
    ['("a" * 9000).matches("(a|aa|aaa)*b")', false],
    ['range(200).select(("a" * 9000).matches("(a*)*b")).any($)', false],
    ['let(range(40).aggregate([$1, $1], [1])) -> $ = $', true],
  ])('do not keep %s from being %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it('leave room for a list joined with itself', () => {
    const list = Array.from({ length: 200 }, (_, id) => ({ id, name: `n${id}` }));
    expect(tryYaql('$.data.join($.data, $1.id = $2.id, $1.name).len()', list)).toBe(200);
  });

  it('are counted anew for each evaluation', () => {
    const syntax = parseYaql('range(200).select(range(200).sum()).sum()');
    for (let round = 0; round < 8; round += 1) expect(evaluateYaql(syntax, {}, 1000)).toBe(3_980_000);
  });
});

describe('results', () => {
  it.each<[string, ExactJson]>([
    ['$.data', { big: floatNumber(1e21), half: 0.5, whole: 3, list: [[], {}], none: null, yes: true }],
    ['$.data.whole / 2.0', 1.5],
    ['$.data.whole * 2.0', floatNumber(6)],
    ['[-0.0, pow(2, 53)]', [floatNumber(-0), integerNumber('9007199254740992')!]],
    ['$.data.whole / 2', 1],
    ['$.data.half', 0.5],
    ['str($.data.big)', '1e+21'],
    ['[range(2), [set(1)], {a => [1].select($)}]', [[0, 1], [[1]], { a: [1] }]],
    ['{1 => a, 1.5 => b, true => c, null => d}', { 1: 'c', 1.5: 'b', null: 'd' }],
    ['{2.0 => a}', { '2.0': 'a' }],
    ['{"__proto__" => 1}', JSON.parse('{"__proto__": 1}') as ExactJson],
    ['float(inf)', Infinity],
    ['pow(2, 64)', integerNumber('18446744073709551616')!],
    ['pow(10, 400)', integerNumber(`1${'0'.repeat(400)}`)!],
    ['-pow(10, 4299)', integerNumber(`-1${'0'.repeat(4299)}`)!],
  ])('of %s are %j', (expression, value) => {
    const data = { big: 1e21, half: 0.5, whole: 3, list: [[], {}], none: null, yes: true };
    expect(tryYaql(expression, data)).toEqual(value);
  });

  it.each([
    ['let(1)', 'the result has a set of variables in it, which a template has no form for'],
    ['[regex(a)]', 'the result has a regular expression in it, which a template has no form for'],
    ['datetime(2015, 1, 1)', 'the result has a point in time in it, which a template has no form for'],
    ['{a => timespan(1)}', 'the result has a timespan in it, which a template has no form for'],
    ['{a => 1}.items()', 'a set of the result has a list in it; make a list of the set with `toList()`'],
    ['set({a => 1})', 'a set of the result has a map in it; make a list of the set with `toList()`'],
    ['{[1] => 2}', 'a list cannot be a key of the result'],
    ['{set(1) => 2}', 'a set cannot be a key of the result'],
    ['pow(10, 4300)', 'an integer has more than the limit of 4300 digits'],
  ])('cannot be %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });

  it('may be as large as the template’s limit, counted over all their texts', () => {
    const evaluate = (most: number): ExactJson => evaluateYaql(parseYaql('[abc, {de => f}]'), {}, most);
    expect(evaluate(6)).toEqual(['abc', { de: 'f' }]);
    expect(() => evaluate(5)).toThrow('the result is larger than the limit of 5 characters');
  });
});

describe('a fault', () => {
  it.each([
    ['1 + nope(2)', 4],
    ['$.data.toList().lenn()', 16],
    ['[1].toList().select($ + a).toList()', 22],
    ['(1 / 0)', 3],
    ['{a => 1}.b', 8],
    ['[1].select($ + a)', 13],
    ['range(201)', undefined],
  ])('of %s tells where it is', (expression, at) => {
    let found: unknown;
    try {
      evaluateYaql(parseYaql(expression), { data: [] }, 1000);
    } catch (error) {
      found = error;
    }
    expect(found).toBeInstanceOf(YaqlFault);
    expect((found as YaqlFault).at).toBe(at);
  });
});
