import { Faults } from '../diagnostics/faults';
import { Place } from '../diagnostics/place';
import type { ExactJson, ExactObject } from '../json';
import { fakeOptions } from '../fixtures/fake-types';
import { DEFAULT_LIMITS } from '../limits';
import { prepareStack } from '../prepare-stack';
import { environmentJson } from './environment';
import { mergeEnvironments } from './merge-environments';
import { parameterTypes } from './parameter-types';
import { readEnvironment, readEnvironmentFile } from './read-environment';

const TEMPLATE = {
  heat_template_version: '2021-04-16',
  parameters: { s: { type: 'string' }, n: { type: 'number' }, j: { type: 'json' } },
};

interface Merged {
  readonly value: ExactObject;
  readonly faults: string[];
  readonly warnings: string[];
}

function merge(files: ExactJson[], base: ExactJson = null, nested: ExactObject = {}): Merged {
  const [faults, warnings] = [new Faults(), new Faults()];
  const typeOf = parameterTypes(TEMPLATE, nested, DEFAULT_LIMITS);
  const read = files.map((file, index) => readEnvironmentFile(file, Place.root('files').at(`e${index}`), faults));
  const first = readEnvironment(base, Place.root('environment'), faults);
  const merged = mergeEnvironments(first, read, { typeOf, faults, warnings });
  const tell = (found: Faults): string[] =>
    found.list().map(({ place, detail }) => `${place.steps().join('/')}: ${detail}`);
  return {
    value: environmentJson(merged, merged.resourceRegistry),
    faults: tell(faults),
    warnings: tell(warnings),
  };
}

describe('a text of JSON in a later environment', () => {
  it.each([100, 200, 100_000])('that nests %d deep is joined or refused, and never thrown at', (depth) => {
    const template = {
      ...TEMPLATE,
      resources: { a: { type: 'Fake::Value', properties: { value: { get_param: 'j' } } } },
    };
    const j = `{"a": ${'['.repeat(depth)}${']'.repeat(depth)}}`;
    const files = { f: { parameters: { j }, parameter_merge_strategies: { j: 'merge' } } };
    const request = { template, files, environmentFiles: ['f'], environment: { parameters: { n: 1 } } };
    const outcome = prepareStack(request, fakeOptions);
    const details = outcome.ok ? [] : outcome.diagnostics.map(({ detail }) => detail);
    const tooDeep = 'not possible for `j`, a json: the text is not JSON that nests no deeper than the limit of 200';
    expect(details.filter((detail) => detail.includes(tooDeep))).toHaveLength(depth < 200 ? 0 : 1);
  });
});

describe('environments that are joined', () => {
  it('take the last value of each parameter, and the entries of all registries', () => {
    const { value, faults } = merge([
      { parameters: { s: 'a', n: 1 }, resource_registry: { A: 'x', B: 'x' } },
      null,
      { parameters: { n: 2 }, parameter_defaults: { s: 'd' }, resource_registry: { B: 'y' }, event_sinks: [] },
    ]);
    expect(faults).toEqual([]);
    expect(value).toEqual({
      parameters: { s: 'a', n: 2 },
      parameter_defaults: { s: 'd' },
      resource_registry: { A: 'x', B: 'y' },
      event_sinks: [],
      encrypted_param_names: [],
    });
  });

  it('keep an entry that a later one would take away, and of resources what the last says', () => {
    const first = { resource_registry: { A: 'x', resources: { a: { A: 'y' } } } };
    const { value } = merge([first, { resource_registry: { A: null, resources: { b: { B: 'z' } } } }]);
    expect(value['resource_registry']).toEqual({ A: 'x', resources: { b: { B: 'z' } } });
    expect(merge([{ resource_registry: { A: null } }]).value['resource_registry']).toEqual({ A: null });
  });

  it('stand on the environment that the request has besides', () => {
    expect(merge([{ parameters: { s: 'b' } }], { parameters: { s: 'a', n: 5 } }).value['parameters']).toEqual({
      s: 'b',
      n: 5,
    });
  });

  it('leave out values that no template has a parameter for, and say so, but for the first', () => {
    const { value, faults, warnings } = merge([{ parameters: { s: 'a', x: 1 } }, { parameters: { y: 2, s: null } }]);
    expect(value['parameters']).toEqual({ s: 'a', x: 1 });
    expect(faults).toEqual([]);
    expect(warnings).toEqual(['files/e1/parameters/y: no template has a parameter `y`: the value is left out']);
  });

  it('keep defaults of parameters that another template of the request has', () => {
    const nested = { ...TEMPLATE, parameters: { deep: { type: 'comma_delimited_list' } } };
    const files = ['one', 'two'].map((item) => ({
      parameter_merge_strategies: { default: 'merge' },
      parameter_defaults: { deep: [item] },
    }));
    const { value, warnings } = merge(files, null, {
      'n.yaml': nested,
      other: 'x',
      broken: '{',
      versionless: { parameters: { deep: { type: 'string' } } },
    });
    expect(value['parameter_defaults']).toEqual({ deep: ['one', 'two'] });
    expect(warnings).toEqual([]);
  });

  it.each(['event_sinks', 'encrypted_param_names'])('have %s in one of them only', (section) => {
    const sink = section === 'event_sinks' ? { type: 'zaqar-queue', target: 't' } : 'a';
    expect(merge([{ [section]: [sink] }, {}]).value[section]).toEqual([sink]);
    expect(merge([{ [section]: [sink] }, { [section]: [sink] }]).faults).toEqual([
      `files/e1/${section}: only one environment may have this section`,
    ]);
  });
});

describe('strategies for joining', () => {
  const joined = (...strategies: ExactJson[]): Merged =>
    merge(
      strategies.map((strategy, index) => ({
        ...(strategy === null ? {} : { parameter_merge_strategies: strategy }),
        parameters: { s: 'abc'.charAt(index) },
      })),
    );

  it.each<[ExactJson[], string]>([
    [[{ s: 'merge' }, { s: 'merge' }], 'ab'],
    [[{ default: 'merge' }, { default: 'merge' }], 'ab'],
    [[{ s: 'merge' }, null], 'ab'],
    [[{ default: 'merge' }, null, null], 'abc'],
    [[{ s: 'merge' }, { default: 'deep_merge' }], 'ab'],
    [[null, { default: 'merge' }], 'b'],
    [[{ s: 'merge', default: 'overwrite' }, null], 'ab'],
    [[{ s: 'overwrite', default: 'merge' }, null], 'b'],
    [[{ n: 'merge' }, null], 'b'],
  ])('%j make %s', (strategies, value) => {
    const { value: merged, faults } = joined(...strategies);
    expect(faults).toEqual([]);
    expect(merged['parameters']).toEqual({ s: value });
  });

  it.each<[ExactJson[], string, string]>([
    [[{ s: 'merge' }, { s: 'deep_merge' }], 'deep_merge', 'merge'],
    [[null, { s: 'merge' }], 'merge', 'overwrite'],
    [[{ s: 'overwrite' }, { s: 'merge' }], 'merge', 'overwrite'],
  ])('%j are no agreement', (strategies, here, earlier) => {
    expect(joined(...strategies).faults).toEqual([
      `files/e1/parameters/s: \`s\` is joined by the text \`${here}\` here, and by the text \`${earlier}\` in an earlier file`,
    ]);
  });

  it('that there are not mean that values are overwritten, and are told', () => {
    const { value, faults, warnings } = joined({ s: 'nope' }, { default: 5, s: 'overwrite' });
    expect(faults).toEqual([]);
    expect(value['parameters']).toEqual({ s: 'b' });
    const words = 'expected `overwrite`, `merge` or `deep_merge`, found';
    expect(warnings).toEqual([
      `files/e0/parameter_merge_strategies/s: ${words} the text \`nope\`: values are overwritten`,
      `files/e1/parameter_merge_strategies/default: ${words} the number \`5\`: values are overwritten`,
    ]);
  });

  it('that the values do not bear are refused, without a word of the values', () => {
    const file = (n: number): ExactJson => ({ parameter_merge_strategies: { n: 'merge' }, parameters: { n } });
    expect(merge([file(1), file(2)]).faults).toEqual([
      'files/e1/parameters/n: the strategy `merge` is not possible for `n`, a number: a number and a number cannot be joined',
    ]);
  });

  it('reach into depths where they say so', () => {
    const file = (strategy: string, inner: ExactJson): ExactJson => ({
      parameter_merge_strategies: { default: strategy },
      parameter_defaults: { j: { k: inner } },
    });
    const deep = merge([file('deep_merge', { a: 1 }), file('deep_merge', { b: 2 })]);
    expect(deep.value['parameter_defaults']).toEqual({ j: { k: { a: 1, b: 2 } } });
    const shallow = merge([file('merge', { a: 1 }), file('merge', { b: 2 })]);
    expect(shallow.value['parameter_defaults']).toEqual({ j: { k: { b: 2 } } });
  });
});
