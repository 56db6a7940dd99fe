import { kindOf } from '../diagnostics/describe';
import { equalValues } from '../equal-values';
import type { Evaluation } from '../expressions/expression';
import { listItems } from '../expressions/operands';
import { isKnown, UNKNOWN } from '../values';
import type { Value } from '../values';
import { computed } from './computed';
import type { CallSite, FunctionDefinition } from './function-definition';

/**
 * `contains: [value, list]`, or `[text, text]` for a part of a text
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#contains).
 */
export const contains: FunctionDefinition = {
  name: 'contains',
  description: 'Whether a list has a value, or a text a part',
  parse: (argument, site) => {
    const operands = listItems(site.parse(argument, site.place));
    if (operands?.length !== 2) return site.faults.refuse(site.place, 'expected a list of the form [value, list]');
    return computed({ kind: 'list', items: operands, place: site.place }, (value, scope) => isIn(value, site, scope));
  },
};

function isIn(argument: Value, site: CallSite, scope: Evaluation): Value {
  const [value, sequence] = argument as [Value, Value];
  if (!isKnown(value) || !isKnown(sequence)) return UNKNOWN;
  if (Array.isArray(sequence)) return sequence.some((item) => equalValues(item, value));
  if (typeof sequence !== 'string') {
    return scope.report(site.place.at(1), `expected a list or a text, found ${kindOf(sequence)}`);
  }
  if (typeof value === 'string') return sequence.includes(value);
  return scope.report(site.place.at(0), `expected a text to look for in a text, found ${kindOf(value)}`);
}
