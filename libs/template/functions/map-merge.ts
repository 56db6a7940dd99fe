import { kindOf } from '../diagnostics/describe';
import type { Place } from '../diagnostics/place';
import type { Evaluation } from '../expressions/expression';
import { setEntry } from '../json';
import { isMap, UNKNOWN } from '../values';
import type { Value } from '../values';
import { computed } from './computed';
import type { FunctionDefinition } from './function-definition';

/**
 * `map_merge: [map, …]`: of a key that several have the last value counts; what is nothing is skipped
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#map-merge).
 */
export const mapMerge: FunctionDefinition = {
  name: 'map_merge',
  description: 'One map of the entries of several',
  parse: (argument, site) =>
    computed(site.parse(argument, site.place), (value, scope) => merge(value, site.place, scope)),
};

function merge(argument: Value, place: Place, scope: Evaluation): Value {
  if (argument === '') return {};
  if (!Array.isArray(argument)) return scope.report(place, `expected a list of maps, found ${kindOf(argument)}`);
  if (argument.includes(UNKNOWN)) return UNKNOWN;
  const wrong = argument.findIndex((item) => item !== null && !isMap(item));
  if (wrong !== -1) return scope.report(place.at(wrong), `expected a map, found ${kindOf(argument[wrong] ?? null)}`);
  return mergeMaps(argument.filter(isMap), place, scope);
}

/** Stops at the limit, as one large map may be there many times. */
function mergeMaps(maps: readonly Record<string, Value>[], place: Place, scope: Evaluation): Value {
  const limit = scope.limits.resolvedCharacters;
  const merged: Record<string, Value> = {};
  let count = 0;
  for (const map of maps) {
    const entries = Object.entries(map);
    count += entries.length;
    if (count > limit) return scope.report(place, `there are more entries than the limit of ${limit}`);
    for (const [key, value] of entries) setEntry(merged, key, value);
  }
  return merged;
}
