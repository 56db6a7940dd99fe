import type { ExactJson } from '../../json';
import { DEFAULT_LIMITS } from '../../limits';
import { floatNumber, integerNumber } from '../../numbers/written-number';
import { readYaml } from './read-yaml';

function read(text: string): ExactJson {
  const reading = readYaml(text, DEFAULT_LIMITS);
  if (reading.ok) return reading.document.value;
  const [first] = reading.faults;
  return `${first?.position?.line}:${first?.position?.column} ${first?.detail.replace('the text is not valid YAML: ', '')}`;
}

describe('collections', () => {
  it.each<[string, ExactJson]>([
    ['- a\n- b', ['a', 'b']],
    ['a:\n- 1\n- 2\nb: 3', { a: [1, 2], b: 3 }],
    ['a:\n  - 1\n  -\n  - x: 1\n    y: 2', { a: [1, null, { x: 1, y: 2 }] }],
    ['- - a\n  - b\n- c', [['a', 'b'], 'c']],
    ['? a\n: b\n? c', { a: 'b', c: null }],
    ['? |\n  key\n: - v', { 'key\n': ['v'] }],
    [': x', '1:1 expected the next key of the map, or a smaller indentation, found `:`'],
    ['a: !', { a: '' }],
    ['a: {b: [1, {c: d}], e}', { a: { b: [1, { c: 'd' }], e: null } }],
    ['a: [x: 1, ? y : 2, z]', { a: [{ x: 1 }, { y: 2 }, 'z'] }],
    ['a: [1, 2,]\nb: {c: 1,}', { a: [1, 2], b: { c: 1 } }],
    ['a: {b:c, "d":1, ? e, f: }', { a: { 'b:c': null, d: 1, e: null, f: null } }],
    ['a: [\n1,\n  2\n]', { a: [1, 2] }],
    ['{a: 1}', { a: 1 }],
    ['a: []\nb: {}', { a: [], b: {} }],
    ['a: &x\n  b: 1\nc: *x', { a: { b: 1 }, c: { b: 1 } }],
    ['a: !!map {b: !!seq [!!str 1]}', { a: { b: ['1'] } }],
    ['*x : 1', '1:1 the alias `x` names no anchor before it'],
    ['a: &x k\n*x : 1', { a: 'k', k: 1 }],
  ])('%j', (text, value) => {
    expect(read(text)).toEqual(value);
  });
});

describe('plain scalars', () => {
  it.each<[string, ExactJson]>([
    ['a: one\n  two\n\n  three', { a: 'one two\nthree' }],
    ['a: one #comment\nb: two#no', { a: 'one', b: 'two#no' }],
    ['a: b:c\nd: e://f', { a: 'b:c', d: 'e://f' }],
    ['a: -1\nb: -x\nc: ?x\nd: :x', { a: -1, b: '-x', c: '?x', d: ':x' }],
    ['a: x, y]', { a: 'x, y]' }],
    ['a: \tb\nc:\td\ne: f\t# g', { a: 'b', c: 'd', e: 'f' }],
    ['a: {\tb: 1}', { a: { b: 1 } }],
    ['a: b\tc\n  d', { a: 'b\tc d' }],
    ['a: b\n\t c', '2:1 a tab cannot indent a line'],
    ['a: b\n  \tc', { a: 'b c' }],
    ['a: [b?c, d ?e, f:]', { a: ['b?c', 'd ?e', { f: null }] }],
    ['a: one\u2028 two', { a: 'one\u2028two' }],
    ['a: one\u0085 two', { a: 'one two' }],
    ['a: 1\r\nb: 2\rc: 3', { a: 1, b: 2, c: 3 }],
    ['\ufeffa: 1', { a: 1 }],
    ['a: x\n---y: 1', { a: 'x', '---y': 1 }],
  ])('%j', (text, value) => {
    expect(read(text)).toEqual(value);
  });
});

describe('quoted scalars', () => {
  it.each<[string, ExactJson]>([
    [`a: 'it''s\n  fine'`, { a: "it's fine" }],
    [`a: 'x \\n "y"'`, { a: 'x \\n "y"' }],
    [
      'a: "x\\n\\t\\x41\\u00e9\\U0001f600\\/\\"\\\\\\e\\0\\_\\N\\L\\P\\a\\b\\v\\f\\r\\ "',
      { a: 'x\n\tAé😀/"\\\u001b\0\u00a0\u0085\u2028\u2029\u0007\b\v\f\r ' },
    ],
    ['a: "one\n\n  two \\\n  three\\n"', { a: 'one\ntwo three\n' }],
    ['a: "x  y"', { a: 'x  y' }],
    ['"a b": 1', { 'a b': 1 }],
    ['a: ""', { a: '' }],
    ['a: "x', '1:4 the text in quotes that begins here has no end'],
    ['a: "\\q"', '1:5 `\\q` is no escape sequence of YAML'],
    ['a: "\\u12"', '1:5 expected the 4 hexadecimal digits of a character'],
    ['a: "\\UFFFFFFFF"', '1:5 expected the 8 hexadecimal digits of a character'],
    ['a: "x\n--- y"', '2:1 a document cannot end inside of quotes'],
  ])('%j', (text, value) => {
    expect(read(text)).toEqual(value);
  });
});

describe('block scalars', () => {
  it.each<[string, ExactJson]>([
    ['a: |\n  one\n   two\n\n  three\n', { a: 'one\n two\n\nthree\n' }],
    ['a: |-\n  x\n\nb: 1', { a: 'x', b: 1 }],
    ['a: |+\n  x\n\nb: 1', { a: 'x\n\n', b: 1 }],
    ['a: >\n  one\n  two\n\n  three\n   four\n  five\n', { a: 'one two\nthree\n four\nfive\n' }],
    ['a: >2-\n    x\n   y\n', { a: '  x\n y' }],
    ['a: |-1\n  x', { a: ' x' }],
    ['a: |\t# comment\n  x', { a: 'x' }],
    ['a: >+1 # comment\n  x', { a: ' x' }],
    ['a: |\n\n\n  x\n', { a: '\n\nx\n' }],
    ['a: |\nb: 1', { a: '', b: 1 }],
    ['- |\n x\n- y', ['x\n', 'y']],
    ['|\n x', 'x'],
    ['a: |0\n x', '1:4 the indentation of a block must be from 1 to 9'],
    ['a: |x\n y', '1:5 expected the end of the line or a comment'],
    ['a: |\n  x\n\ty', '3:1 nothing can begin with a tab; do quotes lack?'],
  ])('%j', (text, value) => {
    expect(read(text)).toEqual(value);
  });
});

describe('documents, directives and tags', () => {
  it.each<[string, ExactJson]>([
    ['---\na: 1\n...\n', { a: 1 }],
    ['--- a', 'a'],
    ['---\n', null],
    ['---\n...\n...\n', null],
    ['...\n', '1:1 expected a value, found `...`'],
    ['%TAG !y! tag:yaml.org,2002:\n---\na: !y!str 1', { a: '1' }],
    ['%FOO bar\n---\na: 1', { a: 1 }],
    ['a: !<tag:yaml.org,2002:str> 1', { a: '1' }],
    ['a: !!str', { a: '' }],
    ['a: !!null x', { a: null }],
    ['a: [!!str, !!str\t1]', { a: ['', '1'] }],
    ['%YAML\t1.1 # x\n---\na: 1', { a: 1 }],
    ['a: !!float 5', { a: floatNumber(5) }],
    [`a: 0b1${'0'.repeat(14280)}`, { a: integerNumber(String(2n ** 14280n))! }],
    ['a: !!float 1e5', { a: floatNumber(100000) }],
    ['a: !!float 1:30', { a: floatNumber(90) }],
    ...['x', '1:x', '1:', '0b2', 'x0b1', '0b', '0xg', '0x', '08', '1.0'].map((text): [string, string] => [
      `a: !!int ${text.endsWith(':') ? `"${text}"` : text}`,
      `1:4 \`${text}\` is not an integer`,
    ]),
    ...['x', '1:x', '1e', 'x1', '1x', 'e5', '1.0.0'].map((text): [string, string] => [
      `a: !!float ${text}`,
      `1:4 \`${text}\` is not a number`,
    ]),
    ['a: !!bool FALSE', { a: false }],
    ['a: !!timestamp x', { a: 'x' }],
    [`a: ${'9'.repeat(4301)}`, `1:4 \`${'9'.repeat(60)}…\` is not an integer of at most 4300 digits`],
    [`a: 0x1${'0'.repeat(4300)}`, `1:4 \`0x1${'0'.repeat(57)}…\` is not an integer of at most 4300 digits`],
    ['a: !!bool maybe', '1:4 `maybe` is not a boolean'],
    ['%YAML 2.0\n---\na: 1', '1:1 expected version 1 of YAML'],
    ['%YAML 1.1\n%YAML 1.1\n---\n', '2:1 the directive `%YAML` is given twice'],
    ['%YAML x\n---\n', '1:7 expected a version such as 1.1'],
    ['% x', '1:2 expected the name of a directive'],
    ['%TAG x y\n---\n', '1:6 expected `!` at the start of a handle of tags'],
    ['%TAG !x y\n---\n', '1:8 expected `!` at the end of a handle of tags'],
    ['%YAML 1.1\na: 1', '2:1 expected `---`, found a text'],
    ['a: !x!y z', '1:4 the handle `!x!` of the tag is not known'],
    ['a: !<x z', '1:7 expected `>` at the end of the tag'],
    ['a: !"x"', '1:5 expected the name of a tag'],
    ['a: !%zz x', '1:5 the tag has a `%` that begins no character'],
    ['a: 1\n---\nb: 2', '2:1 a second document begins here; only one is taken'],
    ['a: 1\n%x', '2:1 a second document begins here; only one is taken'],
  ])('%j', (text, value) => {
    expect(read(text)).toEqual(value);
  });
});

describe('what is no YAML', () => {
  it.each([
    ['a: b: c', '1:5 a value cannot stand here; does a quote or an indentation lack?'],
    ['a: 1\n b: 2', '2:3 a value cannot stand here; does a quote or an indentation lack?'],
    ['a: - b', '1:4 an item of a list cannot stand here; does a quote or an indentation lack?'],
    ['a: 1\nb', '2:1 expected `:` behind the key'],
    ['a: 1\nb\nc: 2', '2:1 expected `:` behind the key'],
    ['a:\n  b: 1\n c: 2', '3:2 expected the next key of the map, or a smaller indentation, found a map'],
    ['- a\nb: 1', '2:1 expected the next item of the list, or a smaller indentation, found a key'],
    ['a: [1, 2', '1:9 expected `,` or `]`, found the end of the text'],
    ['a: {b: 1 c: 2}', '1:11 expected `,` or `}`, found `:`'],
    ['a: [,]', '1:5 expected a value, found `,`'],
    ['a: ]', '1:4 expected a value, found `]`'],
    ['a: @x', '1:4 nothing can begin with `@`; do quotes lack?'],
    ['a: %x', '1:4 nothing can begin with `%`; do quotes lack?'],
    ['a: *', '1:4 expected the name of an alias: letters, digits, `-` and `_`'],
    ['a: &x{ y', '1:4 expected the name of an anchor: letters, digits, `-` and `_`'],
    ['a: &x &y z', '1:7 expected'],
    ['a: &x *y', '1:7 expected'],
    [`${'k'.repeat(1100)}: 1`, '1:1101 a value cannot stand here'],
    ['[a, b]: 1', '1:1 a list or map cannot be the key of a map'],
    ['\ta: 1', '1:1 nothing can begin with a tab; do quotes lack?'],
  ])('%j', (text, fault) => {
    expect(read(text)).toEqual(expect.stringContaining(fault));
  });
});
