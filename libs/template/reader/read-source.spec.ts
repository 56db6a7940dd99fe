import type { ExactJson } from '../json';
import { DEFAULT_LIMITS } from '../limits';
import { floatNumber, integerNumber } from '../numbers/written-number';
import { readSource } from './read-source';
import type { Reading } from './source-document';

const read = (source: ExactJson, limits = DEFAULT_LIMITS): Reading => readSource(source, 'json or yaml', limits);

function valueOf(source: ExactJson): ExactJson {
  const reading = read(source);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.document.value;
}

function faultsOf(source: ExactJson, limits = DEFAULT_LIMITS): string[] {
  const reading = read(source, limits);
  return reading.ok ? [] : reading.faults.map(({ detail }) => detail);
}

function positionOf(source: ExactJson, path: (string | number)[]): [number, number] | undefined {
  const reading = read(source);
  const position = reading.ok ? reading.document.locate(path) : undefined;
  return position && [position.line, position.column];
}

describe('reading YAML', () => {
  it.each<[string, ExactJson]>([
    ['a: yes', { a: true }],
    ['a: y', { a: 'y' }],
    ['a: 0755', { a: 493 }],
    ['a: 0x1F', { a: 31 }],
    ['a: 0b101', { a: 5 }],
    ['a: 1_000', { a: 1000 }],
    ['a: 1:30', { a: 90 }],
    ['a: 1:30.5', { a: 90.5 }],
    ['a: 1e3', { a: '1e3' }],
    ['a: 1.0e+3', { a: floatNumber(1000) }],
    ['a: -0.0', { a: floatNumber(-0) }],
    ['a: 1_000.5_0', { a: 1000.5 }],
    ['a: 1_2_3.5', { a: 123.5 }],
    ['a: +5', { a: 5 }],
    ['a: +1.5', { a: 1.5 }],
    ['a: +.INF', { a: Infinity }],
    ['a: .NaN', { a: NaN }],
    ['a: -0', { a: 0 }],
    ['a: Off', { a: false }],
    ['a: 1:30.0', { a: floatNumber(90) }],
    ['a: -12345678901234567890', { a: integerNumber('-12345678901234567890') ?? null }],
    ['a: 0xFFFF_FFFF_FFFF_FFFF', { a: integerNumber('18446744073709551615') ?? null }],
    ['a: -0b1' + '0'.repeat(64), { a: integerNumber('-18446744073709551616') ?? null }],
    ['a: 0400000000000000001', { a: integerNumber('9007199254740993') ?? null }],
    ['a: 9:59:59:59:59:59:59:59:59:59:59', { a: integerNumber('6046617599999999999') ?? null }],
    ['a: 9007199254740991', { a: 9007199254740991 }],
    ['a: -.inf', { a: -Infinity }],
    ['a: 2013-05-23', { a: '2013-05-23' }],
    ['a: !!str 5', { a: '5' }],
    ['a: !!int "5"', { a: 5 }],
    ['a: ! "5"', { a: 5 }],
    ['a:', { a: null }],
    ['a: 1\na: 2', { a: 2 }],
    ['1: a\n1.0: b\ntrue: c', { '1': 'c' }],
    ['1.0: a\n1: b', { '1.0': 'b' }],
    ['9007199254740993: a\n9007199254740992: b', { '9007199254740993': 'a', '9007199254740992': 'b' }],
    ['1.0e+16: a\n10000000000000000: b', { '1e+16': 'b' }],
    ['=: a', { '=': 'a' }],
    ['', null],
    ['# nothing but a comment', null],
    ['a: &x [1]\nb: *x', { a: [1], b: [1] }],
    ['a: &x {k: 1, l: 2}\nb: {<<: *x, l: 3}', { a: { k: 1, l: 2 }, b: { k: 1, l: 3 } }],
    ['a: &x {k: 1}\nb: &y {k: 2}\nc: {<<: [*x, *y]}', { a: { k: 1 }, b: { k: 2 }, c: { k: 1 } }],
    [
      'a: !!pairs [x: 1, x: 2]',
      {
        a: [
          ['x', 1],
          ['x', 2],
        ],
      },
    ],
    ['%YAML 1.2\n---\na: yes', { a: true }],
  ])('reads %j as PyYAML does', (text, value) => {
    expect(valueOf(text)).toEqual(value);
  });

  it.each([
    ['a: *nope', 'names no anchor before it'],
    ['a: &x [*x]', 'stands for itself'],
    ['a: &x 1\nb: &x 2', 'was set before'],
    ['a: !custom x', 'the tag `!custom` cannot be used'],
    ['a: !!set {x}', 'cannot be used on a map'],
    ['a: !!int x', 'is not an integer'],
    ['a: =', 'put it in quotes'],
    ['a: <<', 'put it in quotes'],
    ['? [1]\n: 2', 'cannot be the key of a map'],
    ['a: {<<: 5}', 'to be merged'],
    ['a: "\u0007"', 'U+0007 is not allowed'],
    ['a: 1\n---\nb: 2', 'second document'],
    ['a: b: c', 'not valid YAML'],
    ['\ta: 1', 'not valid YAML'],
  ])('says what is wrong with %j', (text, detail) => {
    expect(faultsOf(text).join('; ')).toContain(detail);
  });
});

describe('reading JSON', () => {
  it('takes a text of JSON, and an object as it is', () => {
    expect(valueOf('{"a": [1, "2", null]}')).toEqual({ a: [1, '2', null] });
    const object = { a: { b: 1 } };
    expect(valueOf(object)).toBe(object);
  });

  it('takes what is nearly JSON as YAML', () => {
    expect(valueOf('{"a": 1,}')).toEqual({ a: 1 });
  });

  it('keeps keys that every object inherits as plain keys', () => {
    const value = valueOf('{"__proto__": {"polluted": 1}, "constructor": 2}');
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(valueOf('__proto__: {polluted: 1}') as object)).toEqual(['__proto__']);
  });
});

describe('positions', () => {
  const yaml = 'top:\n  list:\n    - one\n    - {k: two}\n  last: 1\n  last: 2\nalias: &x {deep: 1}\nsame: *x\n';

  it.each<[(string | number)[], [number, number]]>([
    [[], [1, 1]],
    [['top'], [1, 1]],
    [
      ['top', 'list'],
      [2, 3],
    ],
    [
      ['top', 'list', 1, 'k'],
      [4, 8],
    ],
    [
      ['top', 'last'],
      [6, 3],
    ],
    [
      ['top', 'missing'],
      [1, 1],
    ],
    [
      ['same', 'deep'],
      [7, 12],
    ],
  ])('finds %j in YAML', (path, position) => {
    expect(positionOf(yaml, path)).toEqual(position);
  });

  const json = '{\n  "a": [1, {"b]": "}"}],\n  "a b": {"c": null, "c": 2}\n}';

  it.each<[(string | number)[], [number, number]]>([
    [['a'], [2, 3]],
    [
      ['a', 1, 'b]'],
      [2, 13],
    ],
    [
      ['a b', 'c'],
      [3, 22],
    ],
    [
      ['a b', 'nothing'],
      [3, 3],
    ],
    [
      ['a', 7],
      [2, 3],
    ],
  ])('finds %j in JSON', (path, position) => {
    expect(positionOf(json, path)).toEqual(position);
  });

  it.each([
    ['JSON', `{\n${Array.from({ length: 100 }, (_, index) => `"k${index}": [1, 2]`).join(',\n')}\n}`],
    ['YAML', Array.from({ length: 100 }, (_, index) => `k${index}:\n- 1\n- 2`).join('\n')],
  ])('looks through a text of %s once, however many values are asked for', (_, text) => {
    const reading = read(text);
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    const { document } = reading;
    document.locate(['k0', 0]);
    const looks = (['indexOf', 'charAt', 'charCodeAt'] as const).map((name) => jest.spyOn(String.prototype, name));
    const positions = Array.from({ length: 100 }, (_value, index) => document.locate([`k${index}`]));
    const count = looks.flatMap((look) => look.mock.calls).length;
    for (const look of looks) look.mockRestore();
    expect(new Set(positions.map((position) => position?.line)).size).toBe(100);
    expect(count).toBeLessThan(100 * 20);
  });

  it('has none for a template that came as an object', () => {
    expect(positionOf({ a: 1 }, ['a'])).toBeUndefined();
  });
});

describe('limits', () => {
  const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  const deepObject = (levels: number): ExactJson => JSON.parse(nested(levels)) as ExactJson;

  it('refuses what nests deeper than the limit, and says the limit', () => {
    const detail = 'lists and maps stand in each other deeper than the limit of 200';
    expect(faultsOf(nested(400))).toEqual([detail]);
    expect(faultsOf(`a: ${nested(400)}`)).toEqual([detail]);
    expect(faultsOf(`${'- '.repeat(400)}x`)).toEqual([detail]);
    expect(faultsOf(deepObject(400))).toEqual([detail]);
    expect(faultsOf(nested(200))).toEqual([]);
    expect(faultsOf(`a: ${nested(199)}`)).toEqual([]);
    expect(faultsOf(`a: ${nested(200)}`)).toEqual([detail]);
    expect(faultsOf(deepObject(200))).toEqual([]);
  });

  it('sees a bomb of brackets at its first brackets', () => {
    expect(faultsOf('['.repeat(4_000_000))).toHaveLength(1);
    expect(faultsOf('a: ' + '{a: '.repeat(1_000_000))).toHaveLength(1);
  });

  it('refuses aliases that stand for more than the limit', () => {
    const levels = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`);
    expect(faultsOf(['l0: &l0 [x]', ...levels].join('\n'))).toEqual([
      'aliases stand for more than the limit of 100000 values',
    ]);
  });

  it('counts the size in bytes of UTF-8', () => {
    const limits = { ...DEFAULT_LIMITS, templateBytes: 10 };
    expect(faultsOf('a: 1234567', limits)).toEqual([]);
    expect(faultsOf('a: 12345678', limits)).toEqual(['the text is larger than the limit of 10 bytes']);
    expect(faultsOf('a: éééé', limits)).toHaveLength(1);
    expect(faultsOf('a: 😀😀', limits)).toHaveLength(1);
    expect(faultsOf('a: 😀', limits)).toEqual([]);
  });
});
