import type { Diagnostic, Json } from '#contracts';
import { fakeOptions } from './fixtures/fake-types';
import { prepareStack } from './prepare-stack';
import type { PrepareOptions, StackRequest } from './request';
import type { PreparedStack } from './stack';

const HEAD = 'heat_template_version: 2021-04-16\n';

function diagnose(
  template: Json,
  request: Partial<StackRequest> = {},
  options: Partial<PrepareOptions> = {},
): string[] {
  const outcome = prepareStack({ template, ...request }, { ...fakeOptions, ...options });
  return outcome.ok ? [] : outcome.diagnostics.map(({ path, detail }) => `${path}: ${detail}`);
}

function prepare(
  template: Json,
  request: Partial<StackRequest> = {},
  options: Partial<PrepareOptions> = {},
): PreparedStack {
  const outcome = prepareStack({ template, ...request }, { ...fakeOptions, ...options });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

function warningsOf(template: Json, request: Partial<StackRequest> = {}): readonly Diagnostic[] {
  const outcome = prepareStack({ template, ...request }, fakeOptions);
  return outcome.ok ? outcome.warnings : [];
}

describe('a template with faults', () => {
  it('is told all of them at once, each with pointer, position and the nearest name', () => {
    const outcome = prepareStack(
      {
        template: `heat_template_version: rocky
parameter: {}
parameters:
  size: {type: nmber}
resources:
  one: {type: Fake::Servr}
  two:
    type: Fake::Server
    propertis: {}
    properties: {flavour: small, count: 77, labels: [], name: {get_param: szie}}
    depends_on: [three, tow]
  three: {type: Fake::Value, properties: {value: {get_attr: [two, adress]}}}
`,
        parameters: { sise: 1 },
      },
      fakeOptions,
    );
    expect(outcome.ok ? [] : outcome.diagnostics).toEqual([
      {
        path: '/template/parameter',
        detail: 'a template of version 2018-08-31 has no section `parameter` (did you mean `parameters`?)',
        line: 2,
        column: 1,
      },
      { path: '/parameters/sise', detail: 'the template has no parameter `sise` (did you mean `size`?)' },
      {
        path: '/template/parameters/size/type',
        detail:
          'expected `string`, `number`, `comma_delimited_list`, `json` or `boolean`, found the text `nmber` (did you mean `number`?)',
        line: 4,
        column: 10,
      },
      {
        path: '/template/resources/two/propertis',
        detail: 'a resource has no key `propertis` (did you mean `properties`?)',
        line: 9,
        column: 5,
      },
      {
        path: '/template/resources/one/type',
        detail: 'there is no resource type `Fake::Servr` (did you mean `Fake::Server`?)',
        line: 6,
        column: 9,
      },
      {
        path: '/template/resources/two/properties/flavour',
        detail: 'unknown property `flavour` (did you mean `flavor`?)',
        line: 10,
        column: 18,
      },
      {
        path: '/template/resources/three/properties/value/get_attr',
        detail: 'the resource `two` has no attribute `adress` (did you mean `address`?)',
        line: 12,
        column: 51,
      },
      {
        path: '/template/resources/two/depends_on/1',
        detail: 'there is no resource `tow` (did you mean `two`?)',
        line: 11,
        column: 25,
      },
      {
        path: '/template/resources/two',
        detail: 'resources depend on each other in a circle: two → three → two',
        line: 7,
        column: 3,
      },
      {
        path: '/template/resources/two/properties/name/get_param',
        detail: 'there is no parameter `szie` (did you mean `size`?)',
        line: 10,
        column: 64,
      },
      {
        path: '/template/resources/two/properties',
        detail: 'the property `flavor` is required',
        line: 10,
        column: 5,
      },
      {
        path: '/template/resources/two/properties/count',
        detail: 'expected a number from 1 to 9, found the number `77`',
        line: 10,
        column: 34,
      },
      {
        path: '/template/resources/two/properties/labels',
        detail: 'expected a map, found a list',
        line: 10,
        column: 45,
      },
    ]);
  });

  it.each<[string, Json, string]>([
    ['no version', '{}', '/template: the template must have `heat_template_version`'],
    ['a version that is none', 'heat_template_version: 2013-05-24', 'expected one of 2013-05-23, 2014-10-16'],
    ['two versions', 'heat_template_version: rocky\nAWSTemplateFormatVersion: x', '/template/AWSTemplateFormatVersion'],
    ['a version of a form that has another', 'HeatTemplateFormatVersion: "2010-09-09"', 'expected 2012-12-12, found'],
    ['a mistyped version', 'heat_template_versoin: rocky', '/template/heat_template_versoin: the template must have'],
    ['no map', '[1]', '/template: expected a map, found a list'],
    ['nothing', null, '/template: expected a map, found null'],
    ['a resource without type', `${HEAD}resources: {a: {}}`, '/template/resources/a: expected a `type`'],
    ['a resource that is no map', `${HEAD}resources: {a: 5}`, 'found the number `5`'],
    ['a section that is no map', `${HEAD}resources: x`, '/template/resources: expected a map'],
    ['an empty condition', `${HEAD}resources: {a: {type: Fake::None, condition: }}`, 'found null'],
    ['metadata that is no map', `${HEAD}resources: {a: {type: Fake::None, metadata: x}}`, 'expected a map'],
    ['a policy that is none', `${HEAD}resources: {a: {type: Fake::None, deletion_policy: Keep}}`, '`Delete`, `Retain`'],
    ['snapshots of what has none', `${HEAD}resources: {a: {type: Fake::None, deletion_policy: Snapshot}}`, 'snapshots'],
    ['an unknown policy', `${HEAD}resources: {a: {type: Fake::None, update_policy: {x: 1}}}`, 'unknown property `x`'],
    ['names to wait for that are none', `${HEAD}resources: {a: {type: Fake::None, depends_on: [[b]]}}`, 'found a list'],
    ['a circle of one', `${HEAD}resources: {a: {type: Fake::None, depends_on: a}}`, 'in a circle: a → a'],
    ['an output without value', `${HEAD}outputs: {o: {}}`, '/template/outputs/o: expected a `value`'],
    [
      'a name used twice',
      `${HEAD}parameters: {x: {type: json, default: {}}}\nresources: {x: {type: Fake::None}}`,
      'already',
    ],
    [
      'a function that is gone',
      `${HEAD}resources: {a: {type: Fake::None, properties: {x: {Ref: b}}}}`,
      '2013-05-23 was the last',
    ],
    [
      'an external resource that waits',
      `${HEAD}resources: {b: {type: Fake::None}, a: {type: Fake::None, external_id: x, depends_on: b}}`,
      'exists already',
    ],
    [
      'a nested map with a wrong name',
      `${HEAD}resources: {a: {type: Fake::Server, properties: {flavor: small, ports: [{numbr: 1}]}}}`,
      '/ports/0/numbr: unknown property `numbr` (did you mean `number`?)',
    ],
  ])('says so of %s', (_, template, expected) => {
    expect(diagnose(template).join('\n')).toContain(expected);
  });

  it('may not adopt what exists, where whoever asks cannot', () => {
    const template = `${HEAD}resources:
  a: {type: Fake::None, external_id: x-1, condition: false}
  b:
    type: Fake::None
    external_id: x-2
`;
    expect(diagnose(template)).toEqual([]);
    const outcome = prepareStack({ template }, { ...fakeOptions, canAdopt: false });
    expect(outcome.ok ? [] : outcome.diagnostics).toEqual([
      {
        path: '/template/resources/b/external_id',
        detail: expect.stringMatching(/cannot be adopted yet: leave `external_id` out/) as string,
        line: 6,
        column: 5,
      },
    ]);
  });

  it('lists a thousand faults at most, and says how many more there are', () => {
    const resources = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`r${index}`, 5]));
    const told = diagnose({ heat_template_version: '2018-08-31', resources });
    expect(told).toHaveLength(1001);
    expect(told.at(-1)).toBe('/template: 2000 more faults are not listed');
  });

  it('points no deeper than the template goes, where a function makes the value', () => {
    const template = `${HEAD}parameters: {p: {type: json, default: {number: x}}}
resources: {a: {type: Fake::Server, properties: {flavor: small, ports: {get_param: [p]}}}}`;
    const [told] = diagnose(template);
    expect(told).toBe('/template/resources/a/properties/ports: expected a list, found a map');
  });
});

describe('parameters', () => {
  const template = `${HEAD}parameters:
  name: {type: string, constraints: [{length: {min: 3}, description: a name to call it by}]}
  size: {type: number, default: 4, label: Size, tags: [big]}
  list: {type: comma_delimited_list, default: 'a,b'}
`;

  it('are converted to their types, with defaults filled in', () => {
    const { parameters } = prepare(template, { parameters: { name: 123, size: '7' } });
    expect([...parameters.values()].map(({ name, value }) => [name, value])).toEqual([
      ['name', '123'],
      ['size', 7],
      ['list', ['a', 'b']],
    ]);
  });

  it('are taken from the request first, then the environment, its defaults, and the template', () => {
    const environment = { parameters: { name: 'env', size: 1 }, parameter_defaults: { size: 2, list: 'c', other: 1 } };
    const stack = prepare(template, { environment, parameters: { name: 'request' } });
    expect([...stack.parameters.values()].map(({ value }) => value)).toEqual(['request', 1, ['c']]);
  });

  it('must be there, unless that is not asked for', () => {
    expect(diagnose(template)).toEqual(['/parameters/name: the parameter `name` has no default and was not given']);
    const stack = prepare(template, {}, { requireParameters: false });
    expect(stack.parameters.get('name')).not.toHaveProperty('value');
  });

  it('are checked by their constraints, with the author’s words first', () => {
    expect(diagnose(template, { parameters: { name: 'ab' } })).toEqual([
      '/parameters/name: parameter `name`: a name to call it by (expected a length of at least 3, found a length of 2)',
    ]);
  });

  it('point into the environment where they came from it', () => {
    expect(diagnose(template, { environment: 'parameters:\n  name: ab\n' })[0]).toContain(
      '/environment/parameters/name: ',
    );
    const outcome = prepareStack({ template, environment: 'parameters:\n  nme: abc\n' }, fakeOptions);
    expect(outcome.ok ? [] : outcome.diagnostics[0]).toEqual({
      path: '/environment/parameters/nme',
      detail: 'the template has no parameter `nme` (did you mean `name`?)',
      line: 2,
      column: 3,
    });
  });

  it('never show what is hidden, in no diagnostic', () => {
    const hidden = `${HEAD}parameters:
  secret: {type: string, hidden: true, constraints: [{length: {max: 5}}, {allowed_values: [a]}]}
  number: {type: number, hidden: true}
  data: {type: json, hidden: true}
resources:
  a: {type: Fake::Server, properties: {flavor: {get_param: secret}, count: {get_param: secret}, name: {str_replace: {template: x, params: {x: {get_param: secret}}}}, labels: {get_param: secret}}}
outputs:
  o: {value: {get_param: [data, {get_param: secret}]}}
`;
    const parameters = { secret: 'hunter2-is-long', number: 'hunter2', data: '{hunter2' };
    const told = diagnose(hidden, { parameters });
    expect(told.length).toBeGreaterThanOrEqual(3);
    expect(told.join()).not.toContain('hunter2');
    const valid = diagnose(hidden.replace(/, constraints.*\]}\n/, '}\n'), {
      parameters: { ...parameters, number: 1, data: {} },
    });
    expect(valid.length).toBeGreaterThanOrEqual(4);
    expect(valid.join()).not.toContain('hunter2');
  });
});

describe('dependencies', () => {
  const dependenciesOf = (resources: string): Record<string, readonly string[]> => {
    const stack = prepare(`${HEAD}parameters: {which: {type: string, default: a}}\nresources:\n${resources}`);
    return Object.fromEntries([...stack.resources].map(([name, { dependencies }]) => [name, dependencies]));
  };

  it('are depends_on and references in properties and metadata, wherever they stand, each once', () => {
    expect(
      dependenciesOf(`
  a: {type: Fake::Value, properties: {value: 1}}
  b: {type: Fake::Value, properties: {value: [{x: {get_resource: a}}, {list_join: [',', [{get_resource: a}]]}]}}
  c: {type: Fake::None, metadata: {m: {get_attr: [b, value, 0]}}, depends_on: [b, a, a]}
  d: {type: Fake::None, properties: {x: {get_attr: [{get_param: which}, value]}}}`),
    ).toEqual({ a: [], b: ['a'], c: ['a', 'b'], d: ['a'] });
  });

  it('pass over names whose condition is false, and branches not taken', () => {
    expect(
      dependenciesOf(`
  a: {type: Fake::None, condition: false}
  b: {type: Fake::None, depends_on: a}
  c: {type: Fake::Value, properties: {value: {if: [false, {get_resource: nowhere}, {get_resource: b}]}}}`),
    ).toEqual({ b: [], c: ['b'] });
  });

  it('are none for what exists outside', () => {
    const stack = prepare(`${HEAD}resources:
  a: {type: Fake::None}
  b: {type: Fake::Value, external_id: x-1, properties: {value: {get_resource: a}}}`);
    expect(stack.resources.get('b')).toMatchObject({ dependencies: [], deletionPolicy: 'Retain' });
  });
});

describe('conditions', () => {
  const template = `${HEAD}parameters: {env: {type: string, default: prod}}
conditions:
  prod: {equals: [{get_param: env}, prod]}
  test: {not: prod}
  both: {and: [prod, {not: test}]}
resources:
  a: {type: Fake::None, condition: prod}
  b: {type: Fake::None, condition: {not: both}}
outputs:
  o: {value: {if: [test, 1, 2]}, condition: prod}
  p: {value: 3, condition: test}
`;

  it('decide which resources there are', () => {
    const stack = prepare(template);
    expect([...stack.resources.keys()]).toEqual(['a']);
    expect(Object.fromEntries(stack.conditions)).toEqual({ prod: true, test: false, both: true });
    const other = prepare(template, { parameters: { env: 'x' } });
    expect([...other.resources.keys()]).toEqual(['b']);
  });

  it('are open where they rest on a parameter that was not given: then both branches are checked', () => {
    const open = `${HEAD}parameters: {p: {type: boolean}}
conditions: {c: {get_param: p}}
resources: {a: {type: Fake::Value, condition: c, properties: {value: {if: [c, 1, {get_resource: nope}]}}}}`;
    const told = diagnose(open, {}, { requireParameters: false });
    expect(told).toEqual(['/template/resources/a/properties/value/if/2/get_resource: there is no resource `nope`']);
  });

  it('may not rest on themselves, nor name what is none', () => {
    const circular = `${HEAD}conditions: {a: {not: b}, b: {not: a}}\nresources: {r: {type: Fake::None, condition: a}}`;
    expect(diagnose(circular)[0]).toContain('the condition rests on itself: a → b → a');
    expect(diagnose(`${HEAD}resources: {r: {type: Fake::None, condition: prd}}`)[0]).toContain('`prd`');
  });

  it('of a very long chain are refused, not overflowed by', () => {
    const chain = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`c${i}`, { not: `c${i + 1}` }]));
    const resources = { r: { type: 'Fake::None', condition: 'c0' } };
    const conditions = { ...chain, c5000: true };
    const told = diagnose({ heat_template_version: '2018-08-31', conditions, resources });
    expect(told[0]).toContain('longer than the limit of 200');
  });
});

describe('the registry', () => {
  it('maps types to types, and the resource keeps the name that it was given', () => {
    const environment = { resource_registry: { 'My::*': 'Fake::Value' } };
    const stack = prepare(`${HEAD}resources: {a: {type: 'My::Thing', properties: {value: 1}}}`, { environment });
    expect(stack.resources.get('a')).toMatchObject({ type: 'My::Thing', schema: { type: 'Fake::Value' } });
  });

  it('says what a type is mapped to when that is none', () => {
    const environment = { resource_registry: { 'My::Thing': 'Fake::Valu' } };
    expect(diagnose(`${HEAD}resources: {a: {type: 'My::Thing'}}`, { environment })[0]).toContain(
      'no resource type `Fake::Valu` (`My::Thing` is mapped to it by the registry) (did you mean `Fake::Value`?)',
    );
  });
});

describe('warnings', () => {
  it('are for what is most likely not meant, or will go away', () => {
    const template = `heat_template_version: 2015-10-15
resources:
  a: {type: Fake::Old, metadata: {x: {map_merge: [{a: 1}, {b: 2}]}}}
outputs:
  o: {value: {get_attr: [a]}, descripton: x}
  p: {value: {get_param: nope}}
`;
    expect(warningsOf(template).map(({ path, detail }) => `${path}: ${detail}`)).toEqual([
      '/template/resources/a/metadata/x/map_merge: `map_merge` is a function since version 2016-04-08; in this version it is just a map',
      '/template/resources/a/type: the resource type `Fake::Old` is deprecated: use Fake::Value',
      '/template/outputs/o/descripton: an output has no key `descripton` (did you mean `description`?): it is ignored',
      '/template/outputs/p/value/get_param: there is no parameter `nope`',
    ]);
  });

  it('are what faults of values become where values are not to be checked', () => {
    const template = `${HEAD}resources: {a: {type: Fake::Server, properties: {flavor: huge}}}`;
    const outcome = prepareStack({ template }, { ...fakeOptions, checkValues: false });
    expect(outcome.ok && outcome.warnings.map(({ detail }) => detail)).toEqual([
      'expected `small` or `large`, found the text `huge`',
    ]);
    expect(diagnose(template)).toHaveLength(1);
  });
});

describe('what a template can do to the process', () => {
  it('names that every object inherits are names like any other', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const each = <T>(value: T): Record<string, T> => Object.fromEntries(names.map((name) => [name, value]));
    const template = JSON.parse(
      `{"heat_template_version": "2018-08-31", "resources": {"__proto__": {"type": "Fake::None"}, "constructor": {"type": "toString"}}}`,
    ) as Json;
    expect(diagnose(template)).toEqual(['/template/resources/constructor/type: there is no resource type `toString`']);
    const properties = each(1);
    const wrong = { heat_template_version: '2018-08-31', resources: { a: { type: 'Fake::Server', properties } } };
    expect(diagnose(wrong).filter((told) => told.includes('unknown property'))).toHaveLength(names.length);
    expect(diagnose({ ...wrong, resources: {} }, { parameters: each(1) })).toHaveLength(names.length);
    expect(({} as Record<string, unknown>)['type']).toBeUndefined();
  });

  it('a property of 200 KB is fine', () => {
    const value = 'x'.repeat(200 * 1024);
    const stack = prepare({
      heat_template_version: '2018-08-31',
      resources: { a: { type: 'Fake::Value', properties: { value } } },
    });
    expect(stack.resources.size).toBe(1);
  });

  it('a chain of 10,000 resources is prepared, and a circle of as many is found', () => {
    const link = (index: number, last: number): Json => ({
      type: 'Fake::Value',
      properties: { value: { get_resource: `r${index === 0 ? last : index - 1}` } },
    });
    const ring = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`r${index}`, link(index, 9999)]));
    const chain = { ...ring, r0: { type: 'Fake::None' } };
    expect(prepare({ heat_template_version: '2018-08-31', resources: chain }).resources.size).toBe(10_000);
    expect(diagnose({ heat_template_version: '2018-08-31', resources: ring })[0]).toContain('r0 → r9999 → r9998');
  });

  it('a text that grows beyond the limit is refused', () => {
    const big = 'x'.repeat(3000);
    const template = {
      heat_template_version: '2018-08-31',
      resources: {
        a: { type: 'Fake::Value', properties: { value: { str_replace: { template: big, params: { x: big } } } } },
        b: { type: 'Fake::Value', properties: { value: { list_join: [big, Array(1000).fill('')] } } },
      },
    };
    expect(diagnose(template).map((told) => told.split(': ')[1])).toEqual([
      'the text becomes larger than the limit of 1048576 characters',
      'the text becomes larger than the limit of 1048576 characters',
    ]);
  });
});

describe('names that YAML reads as something else than texts', () => {
  it.each([
    ['resources: {5: {type: Fake::None}}', '/template/resources/5'],
    ['resources: {on: {type: Fake::None}}', '/template/resources/true'],
    ['parameters: {1.5: {type: string, default: x}}', '/template/parameters/1.5'],
    ['conditions: {no: true}', '/template/conditions/false'],
    ['outputs: {~: {value: 1}}', '/template/outputs/null'],
  ])('are refused: %s', (section, path) => {
    const detail = 'expected a text as name, but YAML 1.1 reads this one otherwise: put it in quotes';
    expect(diagnose(HEAD + section)).toEqual([`${path}: ${detail}`]);
  });

  it('are told with the place where they stand', () => {
    const outcome = prepareStack({ template: `${HEAD}resources:\n  a: {type: Fake::None}\n  on: {}` }, fakeOptions);
    expect(outcome).toMatchObject({
      ok: false,
      diagnostics: [
        { path: '/template/resources/true', line: 4, column: 3 },
        { path: '/template/resources/true', line: 4, column: 3 },
      ],
    });
  });

  it.each([
    'resources: {"5": {type: Fake::None}}',
    'resources: {a: {type: Fake::None, properties: {5: x, on: y}}}',
    '"outputs": {"on": {"value": {1: 2}}}',
  ])('may stand in quotes, and elsewhere: %s', (section) => {
    expect(diagnose(HEAD + section)).toEqual([]);
  });

  it('are texts in JSON', () => {
    expect(diagnose('{"heat_template_version": "rocky", "outputs": {"5": {"value": 1}}}')).toEqual([]);
    expect(diagnose({ heat_template_version: 'rocky', outputs: { 5: { value: 1 } } })).toEqual([]);
  });
});
