import type { ExactJson } from '../json';
import { floatNumber } from '../numbers/written-number';
import { probeParameter } from '../probe/probe-parameter';
import { parseExactJson } from '../reader/parse-exact-json';
import type { ParameterType } from '../stack';
import { changedImmutables } from './changed-immutables';
import { convertParameter } from './convert-parameter';

const exact = parseExactJson;

describe('a parameter’s value', () => {
  it.each<[ParameterType, ExactJson, ExactJson]>([
    ['string', 5, '5'],
    ['string', exact('2.0'), '2.0'],
    ['string', exact('12345678901234567890'), '12345678901234567890'],
    ['string', exact('[1.0, {"a": -0.0}]'), "[1.0, {'a': -0.0}]"],
    ['string', true, 'True'],
    ['string', { a: 1 }, "{'a': 1}"],
    ['number', '007', 7],
    ['number', '1.5', 1.5],
    ['number', true, true],
    ['number', exact('2.0'), exact('2.0')],
    ['number', '2.0', exact('2.0')],
    ['number', '12345678901234567890', exact('12345678901234567890')],
    ['boolean', 'Yes', true],
    ['boolean', 0, false],
    ['boolean', 1, true],
    ['comma_delimited_list', 'a, b,', ['a', ' b', '']],
    ['comma_delimited_list', '', []],
    ['comma_delimited_list', [1, null], ['1', 'None']],
    ['comma_delimited_list', exact('[1, 2.0]'), ['1', '2.0']],
    ['json', '{"a": [1]}', { a: [1] }],
    ['json', { a: 1 }, { a: 1 }],
    ['json', '{"a": [1.0, 12345678901234567890]}', exact('{"a": [1.0, 12345678901234567890]}')],
    ['json', exact('1.0'), exact('1.0')],
    ['json', 'null', null],
    ['json', '', ''],
  ])('of type %s makes of %j: %j', (type, given, value) => {
    expect(convertParameter(type, given)).toEqual({ ok: true, value });
  });

  it.each<[ParameterType, ExactJson]>([
    ['number', 'x'],
    ['number', [1]],
    ['boolean', 'maybe'],
    ['boolean', 2],
    ['boolean', exact('0.0')],
    ['boolean', exact('1.0')],
    ['comma_delimited_list', 5],
    ['comma_delimited_list', exact('5.0')],
    ['comma_delimited_list', { a: 1 }],
    ['json', 'x'],
    ['json', '1'.repeat(4301)],
    ['json', '['.repeat(300) + ']'.repeat(300)],
  ])('of type %s cannot be %j', (type, given) => {
    expect(convertParameter(type, given).ok).toBe(false);
  });
});

describe('a parameter’s description', () => {
  const probe = (schema: ExactJson, version = '2021-04-16', value: ExactJson = null): string => {
    const probed = probeParameter('p', schema, version, { value, default: null });
    return probed.ok ? `ok ${JSON.stringify(probed.value)}` : `${probed.phase}: ${probed.details.join('; ')}`;
  };

  it.each<[ExactJson, string]>([
    ['string', 'schema: expected a map that describes the parameter, found the text `string`'],
    [{}, 'schema: expected a `type`'],
    [{ type: 'integer' }, 'schema: expected `string`'],
    [{ type: 'string', defualt: 1 }, 'schema: a parameter has no key `defualt` (did you mean `default`?)'],
    [{ type: 'string', tags: 'x' }, 'schema: expected a list of tags'],
    [{ type: 'number', constraints: [{ length: { min: 1 } }] }, 'schema_validate: `length` makes no sense'],
    [
      { type: 'string', default: 'a', constraints: [{ length: { min: 2 } }] },
      'schema_validate: parameter `p`: expected',
    ],
    [{ type: 'string' }, 'validate: no default, and not given'],
    [{ type: 'number', default: 'x' }, 'validate: parameter `p`: expected a number, found the text `x`'],
    [{ type: 'string', default: 5 }, 'ok "5"'],
  ])('%j: %s', (schema, expected) => {
    expect(probe(schema)).toContain(expected);
  });

  it('has what its version has', () => {
    const modulo = { type: 'number', default: 2, constraints: [{ modulo: { step: 2, offset: 0 } }] };
    expect(probe(modulo, '2016-10-14')).toContain('unknown constraint `modulo`');
    expect(probe(modulo, '2017-02-24')).toBe('ok 2');
    expect(probe({ type: 'string', default: 'x', tags: [] }, '2017-09-01')).toContain('no key `tags`');
  });
});

describe('immutable parameters', () => {
  const stack = (value: ExactJson | undefined, immutable = true): Parameters<typeof changedImmutables>[0] => ({
    parameters: new Map([
      [
        'p',
        {
          ...{ name: 'p', type: 'json', label: '', description: '', hidden: false, tags: [], constraints: [] },
          immutable,
          ...(value === undefined ? {} : { value }),
        },
      ],
    ]),
  });

  it('are named where an update changes them', () => {
    expect(changedImmutables(stack({ a: 1 }), stack({ a: 2 }))).toEqual(['p']);
    expect(changedImmutables(stack({ a: 1 }), stack({ a: 1 }))).toEqual([]);
    expect(changedImmutables(stack(1), stack(2, false))).toEqual([]);
    expect(changedImmutables({ parameters: new Map() }, stack(2))).toEqual([]);
  });
});

describe('a parameter of HOT', () => {
  it.each<[ExactJson, boolean]>([
    [true, true],
    [1, true],
    [false, false],
    [null, false],
  ])('with immutable %j is so: %s', (given, immutable) => {
    const schema = { type: 'string', default: 'x', immutable: given, hidden: given };
    const probed = probeParameter('p', schema, 'rocky', { value: null, default: null });
    expect(probed).toMatchObject({ ok: true, schema: { immutable, hidden: immutable } });
  });
});

describe('a parameter of CloudFormation’s form', () => {
  const version = 'AWSTemplateFormatVersion.2010-09-09';
  const none = { value: null, default: null };

  it.each<[ExactJson, boolean]>([
    [true, true],
    ['true', true],
    ['TRUE', true],
    [false, false],
    ['yes', false],
    [1, false],
    [null, false],
  ])('with NoEcho %j is hidden: %s', (echo, hidden) => {
    const probed = probeParameter('p', { Type: 'String', Default: 'v', NoEcho: echo }, version, none);
    expect(probed).toMatchObject({ ok: true, schema: { hidden } });
  });

  it.each<[string, ExactJson, ExactJson]>([
    ['String', 5, '5'],
    ['Number', '1e3', floatNumber(1000)],
    ['CommaDelimitedList', 'a, b', ['a', ' b']],
    ['Json', '{"a": 1}', { a: 1 }],
    ['Boolean', 'off', false],
  ])('of type %s makes of %j: %j', (type, given, value) => {
    expect(probeParameter('p', { Type: type }, version, { value: given, default: null })).toMatchObject({ value });
  });

  it.each<[ExactJson, string]>([
    [{ Type: 'string' }, 'schema'],
    [{ type: 'string' }, 'schema'],
    [{ Type: 'String', Immutable: true }, 'schema'],
    [{ Type: 'String', Tags: ['x'] }, 'schema'],
    [{ Type: 'String', AllowedPattern: '[' }, 'schema'],
    [{ Type: 'String', Default: 'a', MinValue: 1 }, 'schema_validate'],
    [{ Type: 'String', Default: 'a', AllowedValues: ['b'] }, 'schema_validate'],
    [{ Type: 'Number', Default: '' }, 'validate'],
    [{ Type: 'Number' }, 'validate'],
  ])('declared as %j is wrong in phase %s', (schema, phase) => {
    expect(probeParameter('p', schema, version, none)).toMatchObject({ ok: false, phase });
  });
});
