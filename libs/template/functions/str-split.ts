import { kindOf } from '../diagnostics/describe';
import type { Place } from '../diagnostics/place';
import type { Evaluation, Expression } from '../expressions/expression';
import { pythonInt } from '../text/python-int';
import { isMap, UNKNOWN } from '../values';
import type { Unknown, Value } from '../values';
import { computed } from './computed';
import type { FunctionDefinition } from './function-definition';

/**
 * `str_split: [delimiter, text]` is a list, `[delimiter, text, index]` an item of it; of nothing it is nothing
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#str-split).
 */
export const strSplit: FunctionDefinition = {
  name: 'str_split',
  description: 'The parts of a text between delimiters, or one of them',
  parse: (argument, site) => {
    const expression = site.parse(argument, site.place);
    if (!isWrongForm(expression)) return computed(expression, (value, scope) => split(value, site.place, scope));
    return site.faults.refuse(site.place, `expected a list of the form ${FORM}`);
  },
};

const FORM = '[delimiter, text] or [delimiter, text, index]';

/** What stands in the template itself cannot be a text or a map; functions may make the list. */
function isWrongForm(expression: Expression): boolean {
  if (expression.kind !== 'literal') return expression.kind === 'map';
  return typeof expression.value === 'string' || isMap(expression.value);
}

function split(argument: Value, place: Place, scope: Evaluation): Value {
  const [delimiter, text, index] = Array.isArray(argument) ? argument : [];
  if (delimiter === undefined || text === undefined) {
    return scope.report(place, `expected a list of the form ${FORM}`);
  }
  const parts = partsOf(text, delimiter, place, scope);
  if (parts === null || parts === UNKNOWN || index === undefined) return parts;
  return index === UNKNOWN ? UNKNOWN : partAt(parts, index, place.at(2), scope);
}

/** `null` of nothing. */
function partsOf(text: Value, delimiter: Value, place: Place, scope: Evaluation): string[] | null | Unknown {
  if (delimiter === UNKNOWN || text === UNKNOWN) return UNKNOWN;
  if (text === null) return null;
  if (typeof text !== 'string') return scope.report(place.at(1), `expected a text, found ${kindOf(text)}`);
  // Without a delimiter Python splits at runs of blanks.
  if (delimiter === null) return text.split(/\s+/).filter(Boolean);
  if (typeof delimiter === 'string' && delimiter !== '') return text.split(delimiter);
  const found = delimiter === '' ? 'an empty text' : kindOf(delimiter);
  return scope.report(place.at(0), `expected a delimiter, found ${found}`);
}

function partAt(parts: readonly string[], index: Value, place: Place, scope: Evaluation): Value {
  const position = pythonInt(index);
  const part = position === undefined ? undefined : parts.at(position);
  return part ?? scope.report(place, `expected the index of one of ${parts.length} parts`);
}
