import { kindOf } from '../diagnostics/describe';
import type { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import type { Evaluation } from '../expressions/expression';
import { objectOf, own } from '../json';
import { isNumber } from '../numbers/written-number';
import { pythonJson } from '../text/python-json';
import { isMap, UNKNOWN } from '../values';
import type { Unknown, Value } from '../values';
import { computed } from './computed';
import type { FunctionDefinition } from './function-definition';

const PARTS = ['keys', 'values'];

/**
 * `map_replace: [map, {keys: {old: new}, values: {old: new}}]`: two keys may not become one
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#map-replace).
 */
export const mapReplace: FunctionDefinition = {
  name: 'map_replace',
  description: 'A map with keys and values replaced by others',
  parse: (argument, site) =>
    computed(site.parse(argument, site.place), (value, scope) => replace(value, site.place, scope)),
};

function replace(argument: Value, place: Place, scope: Evaluation): Value {
  if (!Array.isArray(argument) || argument.length !== 2) {
    return scope.report(place, 'expected a list of a map and a map of `keys` and `values`');
  }
  const [map = null, replacements = null] = argument;
  const entries = mapOf(map, place.at(0), scope);
  const by = replacementsOf(replacements, place.at(1), scope);
  return entries === UNKNOWN || by === UNKNOWN ? UNKNOWN : replaceEntries(entries, by, place.at(1).at('keys'), scope);
}

type Entries = Readonly<Record<string, Value>>;

function mapOf(value: Value, place: Place, scope: Evaluation): Entries | Unknown {
  if (value === UNKNOWN || isMap(value)) return value;
  return scope.report(place, `expected a map, found ${kindOf(value)}`);
}

interface Replacements {
  readonly keys: Entries;
  readonly values: Entries;
}

function replacementsOf(value: Value, place: Place, scope: Evaluation): Replacements | Unknown {
  const parts = mapOf(value, place, scope);
  if (parts === UNKNOWN) return UNKNOWN;
  const wrong = Object.keys(parts).find((name) => !PARTS.includes(name));
  if (wrong !== undefined) {
    return scope.report(
      place,
      () => `expected only \`keys\` and \`values\`, found \`${wrong}\`${didYouMean(wrong, PARTS)}`,
    );
  }
  const keys = mapOf(own(parts, 'keys') ?? {}, place.at('keys'), scope);
  const values = mapOf(own(parts, 'values') ?? {}, place.at('values'), scope);
  return keys === UNKNOWN || values === UNKNOWN ? UNKNOWN : { keys, values };
}

function replaceEntries(map: Entries, by: Replacements, place: Place, scope: Evaluation): Value {
  const replaced = new Map<string, Value>();
  for (const [old, value] of Object.entries(map)) {
    const key = keyFor(old, by.keys, place, scope);
    if (key === UNKNOWN || value === UNKNOWN) return UNKNOWN;
    const collides = replaced.has(key) || (key !== old && Object.hasOwn(map, key));
    if (collides) return scope.report(place, `the map has a key \`${key}\` already`);
    const other = typeof value === 'string' ? own(by.values, value) : undefined;
    replaced.set(key, other === undefined ? value : other);
  }
  return objectOf(replaced);
}

/** Keys that are no texts become their JSON, as everywhere. */
function keyFor(old: string, keys: Entries, place: Place, scope: Evaluation): string | Unknown {
  const key = own(keys, old);
  if (key === undefined || key === null) return old;
  if (key === UNKNOWN || typeof key === 'string') return key;
  if (isNumber(key) || typeof key === 'boolean') return pythonJson(key);
  return scope.report(place.at(old), `expected a text, found ${kindOf(key)}`);
}
