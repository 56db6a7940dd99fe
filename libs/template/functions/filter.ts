import { kindOf } from '../diagnostics/describe';
import { equalityKey } from '../equal-values';
import type { Evaluation } from '../expressions/expression';
import { listItems } from '../expressions/operands';
import type { ExactJson } from '../json';
import { isTruthy } from '../text/truth';
import { isKnown, UNKNOWN } from '../values';
import type { Value } from '../values';
import { computed } from './computed';
import type { CallSite, FunctionDefinition } from './function-definition';

/**
 * `filter: [values, list]`: the list without what equals one of the values
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#filter).
 */
export const filter: FunctionDefinition = {
  name: 'filter',
  description: 'A list without certain values',
  parse: (argument, site) => {
    const operands = listItems(site.parse(argument, site.place));
    if (operands?.length !== 2) return site.faults.refuse(site.place, 'expected a list of the form [values, list]');
    return computed({ kind: 'list', items: operands, place: site.place }, (value, scope) =>
      filterList(value, site, scope),
    );
  },
};

function filterList(argument: Value, site: CallSite, scope: Evaluation): Value {
  const [values, list] = argument as [Value, Value];
  if (!isKnown(list)) return UNKNOWN;
  if (!isTruthy(list)) return list;
  if (!Array.isArray(list)) return scope.report(site.place.at(1), `expected a list, found ${kindOf(list)}`);
  if (!isKnown(values)) return UNKNOWN;
  if (!isTruthy(values)) return list;
  if (!Array.isArray(values))
    return scope.report(site.place.at(0), `expected a list of values, found ${kindOf(values)}`);
  return without(list, values);
}

function without(list: readonly ExactJson[], values: readonly ExactJson[]): ExactJson[] {
  const unwanted = new Set(values.map(equalityKey));
  return list.filter((item) => !unwanted.has(equalityKey(item)));
}
