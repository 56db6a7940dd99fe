import fc from '../../../test/support/fast-check';
import { Faults } from '../diagnostics/faults';
import { Place } from '../diagnostics/place';
import type { ExactObject } from '../json';
import { Registry } from './registry';

const name = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*'), minLength: 1, maxLength: 4 });
const target = fc.oneof(name, fc.constantFrom(null, 'n.yaml'));
const entries = fc.dictionary(name, target, { maxKeys: 12 });
const registry = fc
  .record({ all: entries, resources: fc.dictionary(name, entries, { maxKeys: 3 }) })
  .map(({ all, resources }): ExactObject => ({ ...all, resources }));

function load(json: ExactObject): Registry {
  return Registry.load(json, { placeOf: () => Place.root('registry'), faults: new Faults() });
}

const isKnown = (type: string): boolean => type.length === 1;

describe('any registry', () => {
  it('answers for every type, and the same when it was given back and read again', () => {
    fc.assert(
      fc.property(registry, name, name, (json, type, resource) => {
        const [first, again] = [load(json), load(load(json).toJson())];
        const mapping = first.resolve(type, resource, isKnown);
        expect(again.resolve(type, resource, isKnown)).toEqual(mapping);
        if (mapping.kind === 'type') expect(isKnown(mapping.name)).toBe(true);
      }),
    );
  });

  it('has children of its own kind, down to any depth', () => {
    fc.assert(
      fc.property(registry, fc.array(name, { maxLength: 4 }), (json, path) => {
        const child = path.reduce((parent, resource) => parent.childOf(resource), load(json));
        const once = load(child.toJson());
        expect(load(once.toJson()).toJson()).toEqual(once.toJson());
        expect(once.resolve('ab', 'a', isKnown)).toEqual(child.resolve('ab', 'a', isKnown));
      }),
    );
  });
});
