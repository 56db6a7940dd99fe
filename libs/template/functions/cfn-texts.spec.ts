import { trySnippet } from '../fixtures/try-snippet';
import type { ExactJson } from '../json';

const CFN = 'HeatTemplateFormatVersion.2012-12-12';
const tryCfn = (snippet: ExactJson): ExactJson => trySnippet(snippet, { version: CFN, parameters });
const parameters = {
  Name: { schema: { Type: 'String' }, value: 'web' },
  Map: { schema: { Type: 'Json' }, value: { a: 'b' } },
};
const LATER = { 'Fn::GetAtt': ['later', 'address'] };

describe('Fn::Join', () => {
  it.each<[ExactJson, ExactJson]>([
    [[',', ['a', 'b']], 'a,b'],
    [[',', ['a', null]], 'a,'],
    [[',', null], ''],
    [['', [{ Ref: 'Name' }, '-']], 'web-'],
  ])('of %j is %j', (argument, value) => {
    expect(tryCfn({ 'Fn::Join': argument })).toBe(value);
  });

  it.each<[ExactJson, string]>([
    [[',', ['a', 1]], 'resolve: expected a text to join, found a number'],
    [[',', [{}]], 'resolve: expected a text to join, found a map'],
    [[',', 'ab'], 'resolve: expected a list, found a text'],
    [[null, ['a']], 'resolve: expected a text as delimiter, found null'],
    [[',', ['a'], ['b']], 'parse: expected a list of the form [delimiter, list]'],
    [[','], 'parse: expected a list of the form [delimiter, list]'],
    ['x', 'parse: expected a list of the form [delimiter, list]'],
  ])('says what is wrong with %j', (argument, fault) => {
    expect(tryCfn({ 'Fn::Join': argument })).toBe(fault);
  });
});

describe('Fn::Split', () => {
  it.each<[ExactJson, ExactJson]>([
    [
      [',', 'a,b,,'],
      ['a', 'b', '', ''],
    ],
    [
      ['--', 'a--b-c'],
      ['a', 'b-c'],
    ],
    [[',', ''], ['']],
    [
      ['e', { Ref: 'Name' }],
      ['w', 'b'],
    ],
    [[',', LATER], null],
  ])('of %j is %j', (argument, value) => {
    expect(tryCfn({ 'Fn::Split': argument })).toEqual(value);
  });

  it.each<[ExactJson, string]>([
    [[',', 5], 'resolve: expected a text, found a number'],
    [[',', null], 'resolve: expected a text, found null'],
    [['', 'abc'], 'resolve: expected a text that is not empty, and not made by a function'],
    [[5, 'a'], 'resolve: expected a text that is not empty, and not made by a function'],
    [[{ Ref: 'Name' }, LATER], 'resolve: expected a text that is not empty, and not made by a function'],
    [[','], 'parse: expected a list of the form [delimiter, text]'],
    [[], 'parse: expected a list of the form [delimiter, text]'],
    [[',', 'a', 'b'], 'parse: expected a list of the form [delimiter, text]'],
    ['ab', 'parse: expected a list of the form [delimiter, text]'],
    [{ a: 1, b: 2 }, 'parse: expected a list of the form [delimiter, text]'],
    [{ Ref: 'Name' }, 'parse: expected a list of the form [delimiter, text]'],
  ])('says what is wrong with %j', (argument, fault) => {
    expect(tryCfn({ 'Fn::Split': argument })).toBe(fault);
  });
});

describe('Fn::Replace', () => {
  it.each<[ExactJson, ExactJson]>([
    [[{ a: 'b' }, 'a-a'], 'b-b'],
    [[{ $x: 1, $xy: 2 }, '$x $xy'], '1 2'],
    [[{ a: null, b: true, c: 2.5 }, 'a|b|c'], '|True|2.5'],
    [[{ a: { Ref: 'Name' } }, 'a'], 'web'],
    [[{ Ref: 'Map' }, 'a'], 'b'],
    [[{}, 'a'], 'a'],
    [[{ b: 'x' }, 'a'], 'a'],
    [[{ a: LATER }, 'a'], null],
    [[{ a: 'x' }, LATER], null],
  ])('of %j is %j', (argument, value) => {
    expect(tryCfn({ 'Fn::Replace': argument })).toBe(value);
  });

  it.each<[ExactJson, string]>([
    [[{ a: {} }, 'a'], 'resolve: expected a text or a number, found a map'],
    [[{ a: [] }, 'a'], 'resolve: expected a text or a number, found a list'],
    [[{ '': 'x' }, 'a'], 'resolve: an empty key cannot be replaced'],
    [[{ a: 'x' }, 5], 'resolve: expected a text, found a number'],
    [[{ Ref: 'Name' }, 'a'], 'resolve: expected a map, found a text'],
    [['a', { a: 'b' }], 'parse: expected a map of keys and the values to replace them by'],
    [[null, 'a'], 'parse: expected a map of keys and the values to replace them by'],
    [[{ a: 'b' }], 'parse: expected a list of the form [{key: value, …}, text]'],
    [[], 'parse: expected a list of the form [{key: value, …}, text]'],
    [[{}, 'a', 'b'], 'parse: expected a list of the form [{key: value, …}, text]'],
    [{ a: 'b' }, 'parse: expected a list of the form [{key: value, …}, text]'],
  ])('says what is wrong with %j', (argument, fault) => {
    expect(tryCfn({ 'Fn::Replace': argument })).toBe(fault);
  });
});

describe('Fn::Base64', () => {
  it('is the text as it is', () => {
    expect(tryCfn({ 'Fn::Base64': 'text' })).toBe('text');
    expect(tryCfn({ 'Fn::Base64': { 'Fn::Join': ['', ['a', 'b']] } })).toBe('ab');
    expect(tryCfn({ 'Fn::Base64': LATER })).toBeNull();
  });

  it.each<[ExactJson, string]>([
    [5, 'a number'],
    [null, 'null'],
    [['a'], 'a list'],
    [{ a: 'b' }, 'a map'],
  ])('refuses %j', (argument, kind) => {
    expect(tryCfn({ 'Fn::Base64': argument })).toBe(`resolve: expected a text, found ${kind}`);
  });
});

describe('Fn::GetAZs', () => {
  it.each<[ExactJson]>([[''], ['region'], [null], [{ Ref: 'AWS::Region' }], [{ Ref: 'Nope' }], [LATER]])(
    'of %j is every zone',
    (argument) => {
      expect(tryCfn({ 'Fn::GetAZs': argument })).toEqual(['zone-a', 'zone-b']);
    },
  );
});
