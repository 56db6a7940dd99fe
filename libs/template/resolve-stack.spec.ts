import type { Json } from '#contracts';
import { fakeOptions } from './fixtures/fake-types';
import type { ExactJson } from './json';
import { floatNumber } from './numbers/written-number';
import { prepareStack } from './prepare-stack';
import { parseExactJson } from './reader/parse-exact-json';
import { resolveMetadata, resolveOutputs, resolveProperties } from './resolve-stack';
import { hiddenValues, shownParameters } from './shown-parameters';
import type { PreparedStack, ResolutionScope } from './stack';

function prepare(template: string, parameters: Record<string, ExactJson> = {}): PreparedStack {
  const outcome = prepareStack({ template: `heat_template_version: 2021-04-16\n${template}`, parameters }, fakeOptions);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

/** Resources by their attributes; those left out are not there. */
function scopeOf(resources: Record<string, Record<string, Json>>): ResolutionScope {
  return {
    reference: (name) => (name in resources ? `id-of-${name}` : undefined),
    attribute: (name, attribute) => resources[name]?.[attribute],
  };
}

describe('properties', () => {
  const stack = prepare(`
parameters: {size: {type: number, default: 3}}
resources:
  a: {type: Fake::Server, properties: {flavor: small}}
  b:
    type: Fake::Server
    properties:
      flavor: {get_attr: [a, ports, 0, kind]}
      count: {get_param: size}
      name: {get_resource: a}
      fast: "TRUE"
      ports: [{number: "80"}, {number: 81.9}]
`);

  it('are resolved, converted and completed with defaults', () => {
    const outcome = resolveProperties(stack, 'b', scopeOf({ a: { ports: [{ kind: 'large' }] } }));
    expect(outcome).toEqual({
      ok: true,
      value: { flavor: 'large', name: 'id-of-a', count: 3, fast: true, ports: [{ number: 80 }, { number: 81 }] },
      warnings: [],
    });
    expect(resolveProperties(stack, 'a', scopeOf({}))).toMatchObject({
      ok: true,
      value: { flavor: 'small', count: 1 },
    });
  });

  it('come with plain numbers, but texts that numbers went into have them as they were written', () => {
    const written = prepare(`
parameters: {float: {type: number, default: "2.0"}, text: {type: string, default: 2.0}}
resources:
  a:
    type: Fake::Value
    properties:
      value: [1.0, {b: 12345678901234567890}, {get_param: float}, {get_param: text}]
    metadata: {a: 1.0}
  b:
    type: Fake::Value
    properties:
      value: {str_replace: {template: F T N, params: {F: {get_param: float}, T: {get_param: text}, N: 12345678901234567890}}}
  c: {type: Fake::Server, properties: {flavor: small, count: 3.0}}
  d: {type: Fake::Renamed, properties: {now: 12345678901234567890}}
outputs: {o: {value: [1.0, {get_attr: [a, value]}]}}
`);
    const scope = scopeOf({ a: { value: 5 } });
    const valueOf = (name: string): unknown => resolveProperties(written, name, scope);
    expect(valueOf('a')).toEqual({
      ok: true,
      value: { value: [1, { b: 12345678901234567000 }, 2, '2.0'] },
      warnings: [],
    });
    expect(valueOf('b')).toMatchObject({ ok: true, value: { value: '2.0 2.0 12345678901234567890' } });
    expect(valueOf('c')).toMatchObject({ ok: true, value: { count: 3 } });
    expect(valueOf('d')).toMatchObject({ ok: true, value: { now: '12345678901234567890' } });
    expect(resolveMetadata(written, 'a', scope)).toEqual({ ok: true, value: { a: 1 }, warnings: [] });
    expect(resolveOutputs(written, scope)).toEqual([{ name: 'o', description: '', value: [1, 5] }]);
    expect(shownParameters(written)).toMatchObject({ float: floatNumber(2), text: '2.0' });
  });

  it('that are files which came as JSON have its numbers as they were written', () => {
    const template = `heat_template_version: 2021-04-16
resources: {a: {type: Fake::Value, properties: {value: {get_file: f}}}}`;
    const outcome = prepareStack({ template, files: { f: parseExactJson('{"a": [1.0, 2]}') } }, fakeOptions);
    expect(outcome.ok && resolveProperties(outcome.value, 'a', scopeOf({}))).toMatchObject({
      value: { value: '{"a":[1.0,2]}' },
    });
  });

  it('that are not known yet are told of, whatever numbers there are besides', () => {
    const template =
      'resources: {a: {type: Fake::Server, properties: {flavor: small}}, b: {type: Fake::Value, properties: {value: [1.0, {get_attr: [a, ports]}]}}}';
    expect(resolveProperties(prepare(template), 'b', scopeOf({}))).toMatchObject({ ok: false });
  });

  it('that are given by an older name are had by the newer one only', () => {
    const renamed = prepare('resources: {r: {type: Fake::Renamed, properties: {once: x}}, s: {type: Fake::Renamed}}');
    expect(resolveProperties(renamed, 'r', scopeOf({}))).toMatchObject({ value: { now: 'x' } });
    expect(resolveProperties(renamed, 'r', scopeOf({}))).not.toHaveProperty('value.once');
    expect(resolveProperties(renamed, 's', scopeOf({}))).toEqual({ ok: true, value: {}, warnings: [] });
  });

  it('are checked on their final values, without showing what came of an attribute', () => {
    const outcome = resolveProperties(stack, 'b', scopeOf({ a: { ports: [{ kind: 'secret-kind' }] } }));
    expect(outcome).toEqual({
      ok: false,
      diagnostics: [{ path: '/template/resources/b/properties/flavor', detail: 'expected `small` or `large`' }],
    });
  });

  it('that rest on what is not known yet say on what', () => {
    expect(resolveProperties(stack, 'b', scopeOf({}))).toEqual({
      ok: false,
      diagnostics: ['flavor', 'name'].map((name) => ({
        path: `/template/resources/b/properties/${name}`,
        detail: 'not known yet: the attribute `ports` of `a`, the reference of `a`',
      })),
    });
  });

  it('may be made by a function as a whole, and null becomes the default or what is empty', () => {
    const whole = prepare(
      `
parameters: {all: {type: json}}
resources: {a: {type: Fake::Server, properties: {get_param: all}}}`,
      { all: { flavor: 'small', name: null, count: null } },
    );
    expect(resolveProperties(whole, 'a', scopeOf({}))).toMatchObject({
      value: { flavor: 'small', name: '', count: 1 },
    });
  });
});

describe('metadata', () => {
  it('is resolved, and empty where there is none', () => {
    const stack = prepare(`
resources:
  a: {type: Fake::None}
  b: {type: Fake::None, metadata: {part: {get_resource: a}}}`);
    expect(resolveMetadata(stack, 'b', scopeOf({ a: {} }))).toMatchObject({ value: { part: 'id-of-a' } });
    expect(resolveMetadata(stack, 'a', scopeOf({}))).toMatchObject({ value: {} });
    expect(resolveMetadata(stack, 'b', scopeOf({}))).toMatchObject({ ok: false });
  });
});

describe('outputs', () => {
  it('are null where they are not known, and one that fails does not hold up the others', () => {
    const stack = prepare(`
resources: {a: {type: Fake::Server, properties: {flavor: small}}}
outputs:
  known: {value: {get_attr: [a, address]}, description: where it is}
  mixed: {value: [1, {get_attr: [a, ports]}]}
  wrong: {value: {get_param: nope}}
`);
    expect(resolveOutputs(stack, scopeOf({ a: { address: '::1' } }))).toEqual([
      { name: 'known', description: 'where it is', value: '::1' },
      { name: 'mixed', description: '', value: [1, null] },
      { name: 'wrong', description: '', value: null, error: 'there is no parameter `nope`' },
    ]);
  });
});

describe('parameters that are shown', () => {
  const stack = prepare(
    `
parameters:
  plain: {type: number, default: 5}
  secret: {type: json, hidden: true}
  nothing: {type: string, hidden: true, default: ''}
`,
    { secret: { password: 'hunter2', inner: ['hunter22'] } },
  );

  it('have stars where they are hidden, and the pseudo parameters with them', () => {
    expect(shownParameters(stack)).toEqual({
      'OS::stack_name': 'teststack',
      'OS::stack_id': 'stack-1',
      'OS::project_id': 'project-1',
      plain: 5,
      secret: '******',
      nothing: '******',
    });
  });

  it('give the texts that must be masked, longest first, and nothing that would mask everything', () => {
    const texts = hiddenValues(stack);
    expect(texts).toEqual([...texts].sort((one, other) => other.length - one.length));
    expect(texts).toEqual(expect.arrayContaining(['hunter22', 'hunter2']));
    expect(texts).toContain('{"password":"hunter2","inner":["hunter22"]}');
    expect(texts).not.toContain('');
  });

  it('give numbers as they are written, and as they come out where they do not stay so', () => {
    const secret = parseExactJson('[12345678901234567890, {"a": 100.0}]');
    const texts = hiddenValues(prepare('parameters:\n  secret: {type: json, hidden: true}\n', { secret }));
    const written = [
      ...["[12345678901234567890, {'a': 100.0}]", '[12345678901234567890, {"a": 100.0}]'],
      ...['[12345678901234567000,{"a":100}]', '12345678901234567890', '12345678901234567000'],
      ...["{'a': 100.0}", '{"a": 100.0}', '{"a":100}', '100.0', '100'],
    ];
    expect(texts).toEqual(expect.arrayContaining(written));
  });

  it('give texts as they stand in JSON, too', () => {
    const secret = 'pä"ss\\w0rd';
    const texts = hiddenValues(prepare('parameters:\n  secret: {type: string, hidden: true}\n', { secret }));
    expect(texts).toEqual(expect.arrayContaining(['p\\u00e4\\"ss\\\\w0rd', 'pä\\"ss\\\\w0rd', secret]));
  });

  it.each([
    ['in a URL', 'pä ss/w0rd', 'p%C3%A4%20ss%2Fw0rd'],
    ['in a form', 'pä ss/w0rd', 'p%C3%A4+ss%2Fw0rd'],
    ['in base64', 'p>>>', 'cD4+Pg'],
    ['in base64 for URLs', 'p>>>', 'cD4-Pg'],
    ['alone, where they are no Unicode', 'p\ud800ss', 'p\ud800ss'],
  ])('give texts as they stand %s', (_, secret, form) => {
    expect(hiddenValues(prepare('parameters:\n  secret: {type: string, hidden: true}\n', { secret }))).toContain(form);
  });

  it('give no form of a text that is too short to be masked', () => {
    const texts = hiddenValues(prepare('parameters:\n  secret: {type: string, hidden: true}\n', { secret: '//' }));
    expect(texts).toEqual([]);
  });
});
