import type { Json, JsonObject } from '#contracts';
import { Faults } from '../diagnostics/faults';
import { Place } from '../diagnostics/place';
import { environmentJson } from './environment';
import { mergeEnvironments } from './merge-environments';
import { readEnvironment } from './read-environment';
import { Registry } from './registry';

const read = (json: Json, faults = new Faults()) => readEnvironment(json, Place.root('environment'), faults);

function faultsOf(json: Json): string[] {
  const faults = new Faults();
  read(json, faults);
  return faults.list().map(({ detail }) => detail);
}

describe('an environment', () => {
  it.each<[Json, string]>([
    [[], 'expected a map, found a list'],
    [{ parameter: {} }, 'an environment has no section `parameter` (did you mean `parameters`?)'],
    [{ parameters: null }, 'expected a map, found null'],
    [{ resource_registry: 'x' }, 'expected a map, found the text `x`'],
    [{ event_sinks: {} }, 'expected a list, found a map'],
    [{ parameter_merge_strategies: { a: 'merge' } }, 'only the strategy `overwrite` is supported yet'],
  ])('%j is refused', (json, fault) => {
    expect(faultsOf(json)).toEqual([fault]);
  });

  it('of several files takes the last value of each, and the registry of all', () => {
    const merged = mergeEnvironments([
      read({
        parameters: { a: 1, b: 1 },
        resource_registry: { A: 'x', resources: { r: { A: 'y' } } },
        event_sinks: [1],
      }),
      read(null),
      read({
        parameters: { b: 2 },
        parameter_defaults: { c: 3 },
        resource_registry: { B: 'z', resources: { r: { B: 'y' } } },
      }),
    ]);
    expect(environmentJson(merged)).toEqual({
      parameters: { a: 1, b: 2 },
      parameter_defaults: { c: 3 },
      resource_registry: { A: 'x', B: 'z', resources: { r: { A: 'y', B: 'y' } } },
      event_sinks: [1],
      encrypted_param_names: [],
    });
  });
});

describe('the registry', () => {
  const resolve = (json: JsonObject, type: string, resource = 'r'): string => {
    const mapping = Registry.read(json, Place.root('registry'), new Faults()).resolve(type, resource);
    return mapping.kind === 'endless' ? 'endless' : `${mapping.kind} ${mapping.name}`;
  };

  it.each<[JsonObject, string, string]>([
    [{}, 'A', 'type A'],
    [{ A: 'B' }, 'A', 'type B'],
    [{ A: 'B', B: 'C' }, 'A', 'type C'],
    [{ 'Old::*': 'New::*' }, 'Old::Net', 'type New::Net'],
    [{ 'Old::*': 'None', 'Old::Net*': 'Net' }, 'Old::Network', 'type Net'],
    [{ 'Old::*': 'None', 'Old::Net': 'Exact' }, 'Old::Net', 'type Exact'],
    [{ A: null }, 'A', 'type A'],
    [{ A: 'nested.yaml' }, 'A', 'template nested.yaml'],
    [{ A: 'B', B: 'A' }, 'A', 'endless'],
    [{ 'A*': 'AA*' }, 'A', 'endless'],
    [{ A: 'B', resources: { r: { A: 'C' } } }, 'A', 'type C'],
    [{ A: 'B', resources: { other: { A: 'C' } } }, 'A', 'type B'],
    [{ A: 'B', resources: { 'r*': { A: 'C' } } }, 'A', 'type C'],
    [{ A: 'B', resources: { r: { restricted_actions: 'update' } } }, 'A', 'type B'],
    [{ base_url: 'x' }, 'base_url', 'type base_url'],
  ])('%j makes of %s: %s', (json, type, mapping) => {
    expect(resolve(json, type)).toBe(mapping);
  });

  it.each<[JsonObject, string]>([
    [{ A: 5 }, 'expected the name of a type or template, found the number `5`'],
    [{ resources: [] }, 'expected a map, found a list'],
    [{ resources: { r: 'x' } }, 'expected a map, found the text `x`'],
    [{ resources: { r: { hooks: 'pre-create' } } }, 'hooks are not supported yet'],
  ])('%j is refused', (json, fault) => {
    const faults = new Faults();
    Registry.read(json, Place.root('registry'), faults);
    expect(faults.list().map(({ detail }) => detail)).toEqual([fault]);
  });
});
