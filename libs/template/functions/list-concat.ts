import { kindOf } from '../diagnostics/describe';
import type { Place } from '../diagnostics/place';
import { equalityKey } from '../equal-values';
import type { Evaluation } from '../expressions/expression';
import { isKnown, UNKNOWN } from '../values';
import type { Unknown, Value } from '../values';
import { computed } from './computed';
import type { FunctionDefinition } from './function-definition';

/**
 * `list_concat: [list, …]`: what is nothing is skipped
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#list-concat).
 */
export const listConcat: FunctionDefinition = {
  name: 'list_concat',
  description: 'One list of the items of several',
  parse: (argument, site) =>
    computed(site.parse(argument, site.place), (value, scope) => concat(value, site.place, scope)),
};

/**
 * As `list_concat`, and of equal items the first one stays
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#list-concat-unique).
 */
export const listConcatUnique: FunctionDefinition = {
  name: 'list_concat_unique',
  description: 'One list of the items of several, each once',
  parse: (argument, site) =>
    computed(site.parse(argument, site.place), (value, scope) => unique(concat(value, site.place, scope))),
};

function concat(argument: Value, place: Place, scope: Evaluation): Value[] | Unknown {
  if (!Array.isArray(argument)) return scope.report(place, `expected a list of lists, found ${kindOf(argument)}`);
  if (argument.includes(UNKNOWN)) return UNKNOWN;
  const wrong = argument.findIndex((list) => list !== null && !Array.isArray(list));
  if (wrong !== -1) return scope.report(place.at(wrong), `expected a list, found ${kindOf(argument[wrong] ?? null)}`);
  const lists = argument.filter((list) => Array.isArray(list));
  const limit = scope.limits.resolvedCharacters;
  const count = lists.reduce((sum, list) => sum + list.length, 0);
  return count > limit ? scope.report(place, `there are more items than the limit of ${limit}`) : lists.flat(1);
}

function unique(items: Value[] | Unknown): Value {
  if (items === UNKNOWN || !items.every(isKnown)) return UNKNOWN;
  const seen = new Set<string>();
  return items.filter((item) => {
    const before = seen.size;
    return seen.add(equalityKey(item)).size > before;
  });
}
