import { trySnippet } from '../fixtures/try-snippet';
import type { ExactJson, ExactObject } from '../json';
import type { SnippetWorld } from '../probe/probe-snippet';
import { parseExactJson } from '../reader/parse-exact-json';
import { exactJsonText } from '../text/exact-json-text';

const LARGE = '12345678901234567890';

/** What a snippet becomes, both as JSON, in which `1.0` is not `1`. */
function become(snippet: string, world: Partial<SnippetWorld> = {}): string {
  const value = trySnippet(parseExactJson(snippet), world);
  return typeof value === 'string' ? value : exactJsonText(value);
}

describe('numbers that are no plain ones', () => {
  it.each([
    ['1.0', '1.0'],
    [`[-0.0, {"a": ${LARGE}}, 1e16]`, `[-0.0,{"a":${LARGE}},1e+16]`],
    ['{"str_replace": {"template": "n=N", "params": {"N": 3.0}}}', 'n=3.0'],
    ['{"str_replace": {"template": "n=N", "params": {"N": 1e16}}}', 'n=1e+16'],
    ['{"str_replace": {"template": "n=N", "params": {"N": -0.0}}}', 'n=-0.0'],
    [`{"str_replace": {"template": "n=N", "params": {"N": ${LARGE}}}}`, `n=${LARGE}`],
    ['{"str_replace": {"template": "N", "params": {"N": [1.0, {"b": 2.0}]}}}', '[1.0, {"b": 2.0}]'],
    ['{"str_replace_vstrict": {"template": "N", "params": {"N": 0.0}}}', '0.0'],
    ['{"list_join": ["-", [{"a": [1.0]}, [-0.0]]]}', '{"a": [1.0]}-[-0.0]'],
    ['{"list_join": ["-", 0.0, ["a"]]}', 'a'],
    ['{"repeat": {"template": [1.0, {"%a%": 2.0}], "for_each": {"%a%": ["x"]}}}', '[[1.0,{"x":2.0}]]'],
    ['{"map_merge": [{"a": 1.0}, {"b": 2.0}]}', '{"a":1.0,"b":2.0}'],
    ['{"map_replace": [{"a": "x"}, {"keys": {"a": 1.0}, "values": {"x": 2.0}}]}', '{"1.0":2.0}'],
    [`{"map_replace": [{"a": 1.0}, {"keys": {"a": ${LARGE}}}]}`, `{"${LARGE}":1.0}`],
    ['{"filter": [[1.0], [1, 2.0, 1.0, true, "1.0", 3]]}', '[2.0,"1.0",3]'],
    ['{"filter": [0.0, [1.0]]}', '[1.0]'],
    ['{"filter": [[1.0], 0.0]}', '0.0'],
    [
      `{"list_concat_unique": [[1, 1.0, true], [${LARGE}, ${LARGE}.0, 12345678901234567168, 2.0]]}`,
      `[1,${LARGE},1.2345678901234567e+19,2.0]`,
    ],
    ['{"list_concat": [[1], [1.0]]}', '[1,1.0]'],
    ['{"str_split": ["-", "a-b", 1.0]}', 'b'],
    ['{"if": ["yes", 1.0, 2.0]}', '1.0'],
    ['{"yaql": {"expression": "$.data", "data": [1.0, 1, {"a": -0.0}]}}', '[1.0,1,{"a":-0.0}]'],
    [`{"yaql": {"expression": "$.data + 1", "data": ${LARGE}}}`, '12345678901234567891'],
    ['{"yaql": {"expression": "$.data / 2", "data": 3}}', '1'],
    ['{"yaql": {"expression": "$.data / 2", "data": 3.0}}', '1.5'],
    ['{"yaql": {"expression": "$.data / 2", "data": 4.0}}', '2.0'],
    ['{"yaql": {"expression": "str($.data)", "data": 1.0}}', '1.0'],
    ['{"yaql": {"expression": "isInteger($.data)", "data": 1.0}}', 'false'],
    ['{"yaql": {"expression": "{1.5 => $.data}", "data": 2.0}}', '{"1.5":2.0}'],
  ])('%s become %s', (snippet, value) => {
    expect(become(snippet)).toBe(value);
  });

  it.each([
    ['{"equals": [1, 1.0]}', true],
    ['{"equals": [1.0, true]}', true],
    ['{"equals": [-0.0, 0]}', true],
    ['{"equals": [10000000000000000, 1e16]}', true],
    ['{"equals": [9007199254740993, 9007199254740992.0]}', false],
    ['{"equals": [9007199254740993, 9007199254740992]}', false],
    ['{"equals": [{"a": [1.0]}, {"a": [1]}]}', true],
    ['{"equals": [1.0, "1.0"]}', false],
    ['{"equals": [1.0, {"value": 1, "text": "1.0", "isFloat": true}]}', false],
    ['{"equals": [1.0, [1.0]]}', false],
    ['{"contains": [1, [1.0]]}', true],
    ['{"contains": [9007199254740993, [9007199254740992.0]]}', false],
  ])('are compared as Python compares them: %s is %s', (condition, truth) => {
    expect(become(condition, { isCondition: true })).toBe(String(truth));
  });

  it.each([
    ['{"str_replace": {"template": 1.0, "params": {}}}', 'resolve: expected a text, found a number'],
    [
      '{"str_replace": {"template": "x", "params": 1.0}}',
      'parse: expected a map of keys and the values to replace them by',
    ],
    ['{"str_replace": {"template": "x", "params": {"": 1.0}}}', 'resolve: an empty key cannot be replaced'],
    ['{"list_join": ["-", [1.0]]}', 'resolve: expected a text, map or list to join, found a number'],
    ['{"list_join": [1.0, ["a"]]}', 'resolve: expected a text as delimiter, found a number'],
    ['{"list_join": ["-", 1.0]}', 'resolve: expected a list, found a number'],
    ['{"repeat": {"template": "x", "for_each": {"x": 1.0}}}', 'resolve: expected a list or a map, found a number'],
    [
      '{"repeat": {"template": "x", "for_each": {"x": [1.0]}}}',
      'resolve: expected texts in the list of `x`, found a number',
    ],
    [
      '{"repeat": {"template": "x", "for_each": 1.0}}',
      'validate: expected a map of keys and the lists that they go over',
    ],
    ['{"map_merge": [1.0]}', 'resolve: expected a map, found a number'],
    ['{"map_replace": [1.0, {}]}', 'resolve: expected a map, found a number'],
    ['{"filter": [[1.0], 1.0]}', 'resolve: expected a list, found a number'],
    ['{"str_split": ["-", "a-b", 2.0]}', 'resolve: expected the index of one of 2 parts'],
    ['{"str_split": 1.0}', 'resolve: expected a list of the form [delimiter, text] or [delimiter, text, index]'],
    ['{"get_param": 1.0}', 'resolve: expected the name of a parameter, found a number'],
    ['{"contains": ["a", 1.0]}', 'resolve: expected a list or a text, found a number'],
  ])('are named as numbers where something else is wanted: %s', (snippet, fault) => {
    expect(become(snippet)).toBe(fault);
  });

  it('are no indices of get_param and get_attr, which take no floats for any', () => {
    expect(become('[{"get_param": ["list", 1]}, {"get_param": ["list", 1.0]}]')).toBe('["b",""]');
    expect(become('[{"get_attr": ["server", "ports", 0]}, {"get_attr": ["server", "ports", 0.0]}]')).toBe('[80,null]');
    expect(become(`{"get_param": ["list", ${LARGE}]}`)).toBe('');
  });

  it('have nothing inside', () => {
    const parameters = { f: { schema: { type: 'json' }, value: '{"a": 1.0}' } };
    expect(become('[{"get_param": ["f", "a"]}, {"get_param": ["f", "a", "text"]}]', { parameters })).toBe('[1.0,""]');
  });
});

describe('functions of CloudFormation’s', () => {
  const world = { version: 'AWSTemplateFormatVersion.2010-09-09' };

  it.each([
    ['{"Fn::Select": [1.0, ["a", "b"]]}', 'b'],
    ['{"Fn::Select": ["1", "[1.0, 2.0]"]}', '2.0'],
    ['{"Fn::Select": ["a", "{\\"a\\": 12345678901234567890}"]}', LARGE],
    ['{"Fn::Select": [12345678901234567890, ["a"]]}', ''],
    ['{"Fn::Select": [0, 1.0]}', 'resolve: expected a list or a map, found a number'],
    ['{"Fn::Replace": [{"N": 3.0}, "n=N"]}', 'n=3.0'],
    ['{"Fn::Join": ["-", [1.0]]}', 'resolve: expected a text to join, found a number'],
    ['{"Ref": 1.0}', 'resolve: expected the name of a parameter, found a number'],
  ])('take them too: %s becomes %s', (snippet, value) => {
    expect(become(snippet, world)).toBe(value);
  });

  it.each<[ExactObject, ExactJson, string]>([
    [{ '7': 'found' }, parseExactJson('7.0'), 'found'],
    [{ '7.0': 'found' }, 7, 'found'],
    [{ '7.0': 'found', '7': 'other' }, parseExactJson('7.0'), 'found'],
    [{ '7.5': 'found' }, 7.5, 'found'],
    [{ '1e+16': 'found' }, parseExactJson('10000000000000000'), 'found'],
    [{ '7': 'other', '8.0': 'other' }, 7.5, 'found the number `7.5`'],
    [{ '9007199254740992.0': 'other' }, parseExactJson('9007199254740993'), 'found the number `9007199254740993`'],
    [{ Infinity: 'other', inf: 'other' }, Infinity, 'other'],
    [{ true: 'other', '1': 'other' }, true, 'found the boolean `true`'],
    [{ '9007199254740992': 'other' }, parseExactJson('9007199254740993'), 'found the number `9007199254740993`'],
  ])('find the key that is the same number: in %j', (Map, key, found) => {
    const given = { ...world, mappings: { Mapping: { Map } } };
    expect(trySnippet({ 'Fn::FindInMap': ['Mapping', 'Map', key] }, given)).toContain(found);
  });
});
