import fc from '../support/fast-check';
import type { Json, JsonObject } from '#contracts';

/** What may stand where something else is wanted. */
const ODD = fc.constantFrom<Json>(
  ...['', 'r0', 'nope', 'yes', '2099-01-01', 0, -1, 1.5, true, null],
  ...[[], {}, [[]], ['a', 1], { a: 1 }, { get_attr: ['r0'] }, { get_param: 'nope' }, { if: [] }, { Ref: 'r0' }],
);
const NAMES = fc.constantFrom('get_attr', 'repeat', 'type', 'propertis', 'condition', '', '__proto__', 'a/b~c');

/** Templates in which a few things were replaced, renamed or taken out, wherever they stand. */
export function damaged(template: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  const damage = fc.record({
    where: fc.nat(),
    how: fc.constantFrom('replace', 'rename', 'remove'),
    odd: ODD,
    name: NAMES,
  });
  return fc.tuple(template, fc.array(damage, { minLength: 1, maxLength: 3 })).map(([whole, damages]) => {
    const copy = structuredClone(whole);
    for (const { where, how, odd, name } of damages) {
      const places = placesIn(copy);
      const place = places[where % places.length];
      if (place === undefined) continue;
      const { parent, key } = place;
      const value = (parent as Record<string, Json>)[key] ?? null;
      if (how === 'replace') put(parent, key, odd);
      else if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else Reflect.deleteProperty(parent, key);
      if (how === 'rename') put(parent, Array.isArray(parent) ? '0' : name, value);
    }
    return copy;
  });
}

interface PlaceIn {
  readonly parent: Json[] | JsonObject;
  readonly key: string;
}

/** Everything in a value that has a name or a number. */
function placesIn(value: Json): PlaceIn[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [{ parent: value, key }, ...placesIn(child)]);
}

function put(parent: Json[] | JsonObject, key: string, value: Json): void {
  Object.defineProperty(parent, key, { value, configurable: true, enumerable: true, writable: true });
}
