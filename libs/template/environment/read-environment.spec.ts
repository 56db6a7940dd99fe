import type { Json } from '#contracts';
import { Faults } from '../diagnostics/faults';
import { Place } from '../diagnostics/place';
import { environmentJson } from './environment';
import { readEnvironment, readEnvironmentFile, readSections } from './read-environment';

const PLACE = Place.root('environment');

function faultsOf(json: Json, read: (json: Json, place: Place, faults: Faults) => unknown = readEnvironment): string[] {
  const faults = new Faults();
  read(json, PLACE, faults);
  return faults.list().map(({ place, detail }) => `${place.steps().slice(1).join('/')}: ${detail}`);
}

describe('an environment', () => {
  it.each<[Json, string]>([
    [[], ': expected a map, found a list'],
    ['text', ': expected a map, found the text `text`'],
    [{ parameter: {} }, 'parameter: an environment has no section `parameter` (did you mean `parameters`?)'],
    [{ parameters: null }, 'parameters: the section is empty: leave it out, or give it something'],
    [{ parameter_merge_strategies: null }, 'parameter_merge_strategies: the section is empty'],
    [{ parameters: 'x' }, 'parameters: expected a map, found the text `x`'],
    [{ parameters: '' }, 'parameters: expected a map, found the text ``'],
    [{ parameter_defaults: [] }, 'parameter_defaults: expected a map, found a list'],
    [{ resource_registry: 'x' }, 'resource_registry: expected a map, found the text `x`'],
    [{ event_sinks: {} }, 'event_sinks: expected a list, found a map'],
    [{ encrypted_param_names: 'a' }, 'encrypted_param_names: expected a list, found the text `a`'],
  ])('%j is refused', (json, fault) => {
    expect(faultsOf(json)).toEqual([expect.stringContaining(fault)]);
  });

  it('that is not there is an empty one', () => {
    const faults = new Faults();
    const read = readEnvironment(null, PLACE, faults);
    expect(faults.none).toBe(true);
    expect(environmentJson(read, {})).toEqual({
      parameters: {},
      parameter_defaults: {},
      resource_registry: {},
      event_sinks: [],
      encrypted_param_names: [],
    });
  });

  it('has its sections looked at by name alone where no more is asked', () => {
    expect(faultsOf({ parameters: 'x', event_sinks: 5 }, readSections)).toEqual([]);
    expect(faultsOf({ parameters: null }, readSections)).toHaveLength(1);
  });

  it('knows where its values and entries stand, the values before the defaults', () => {
    const read = readEnvironment(
      { parameter_defaults: { a: 1, b: 2 }, parameters: { a: 3 }, resource_registry: { A: 'B' } },
      PLACE,
      new Faults(),
    );
    expect(read.places.get('a')?.steps()).toEqual(['environment', 'parameters', 'a']);
    expect(read.places.get('b')?.steps()).toEqual(['environment', 'parameter_defaults', 'b']);
    expect(read.registryPlaces.get('A')?.steps()).toEqual(['environment', 'resource_registry', 'A']);
  });

  it('that is one of several may have sections with nothing in them, whatever nothing is', () => {
    const nothing = { parameters: '', parameter_defaults: 0, resource_registry: [], event_sinks: {} };
    expect(faultsOf(nothing, readEnvironmentFile)).toEqual([]);
    expect(faultsOf({ parameters: 'x' }, readEnvironmentFile)).toHaveLength(1);
    expect(faultsOf({ parameter_merge_strategies: '' }, readEnvironmentFile)).toHaveLength(1);
  });
});

describe('event sinks', () => {
  it('that Heat has are taken', () => {
    expect(faultsOf({ event_sinks: [{ type: 'zaqar-queue', target: 't', ttl: 5 }] })).toEqual([]);
  });

  it.each<[Json, string]>([
    ['x', 'event_sinks/0: expected a map that describes an event sink, found the text `x`'],
    [{}, 'event_sinks/0: expected the `type` `zaqar-queue`, found none'],
    [{ type: 'nope', target: 't' }, 'event_sinks/0: expected the `type` `zaqar-queue`, found the text `nope`'],
    [{ type: 'zaqar-queue' }, 'event_sinks/0: expected a `target`'],
    [{ type: 'zaqar-queue', target: 't', tll: 5 }, 'event_sinks/0/tll: an event sink has no key `tll`'],
  ])('such as %j are refused', (sink, fault) => {
    expect(faultsOf({ event_sinks: [sink] })).toEqual([fault]);
  });
});
