import { kindOf } from '../diagnostics/describe';
import type { Place } from '../diagnostics/place';
import type { Evaluation } from '../expressions/expression';
import { own } from '../json';
import type { ExactJson } from '../json';
import { readJsonWithin } from '../reader/read-json-within';
import { pythonInt } from '../text/python-int';
import { isMap, UNKNOWN } from '../values';
import type { Unknown, Value } from '../values';
import { computed } from './computed';
import type { FunctionDefinition } from './function-definition';
import { unpack } from './unpack';

/**
 * `Fn::Select: [index, list]` or `[key, map]`, either of which may be a text of JSON. What is not there is
 * an empty text (https://docs.openstack.org/heat/latest/template_guide/functions.html#fn-select).
 */
export const select: FunctionDefinition = {
  name: 'Fn::Select',
  description: 'An item of a list, or a value of a map',
  parse: (argument, site) => {
    const operands = unpack(site.parse(argument, site.place));
    if (operands?.length !== 2) return site.faults.refuse(site.place, 'expected a list of the form [index, list]');
    return computed({ kind: 'list', items: operands, place: site.place }, (values, scope) => {
      const [index, collection] = values as [Value, Value];
      return selectFrom(collection, index, site.place, scope);
    });
  },
};

function selectFrom(given: Value, index: Value, place: Place, scope: Evaluation): Value {
  // To Heat an empty text stands for what is not known yet.
  if (given === '') return '';
  const collection = typeof given === 'string' ? readJson(given, place.at(1), scope) : given;
  if (collection === null) return '';
  if (collection === UNKNOWN || index === UNKNOWN) return UNKNOWN;
  if (isMap(collection)) return entryOf(collection, index, place.at(0), scope);
  if (Array.isArray(collection)) return itemOf(collection, index, place.at(0), scope);
  return scope.report(place.at(1), `expected a list or a map, found ${kindOf(collection)}`);
}

function readJson(text: string, place: Place, scope: Evaluation): ExactJson | Unknown {
  const read = readJsonWithin(scope.limits.nesting, text, 'a list, a map, or a text that is valid JSON');
  return read.ok ? read.value : scope.report(place, `expected ${read.expected}`);
}

function entryOf(map: Readonly<Record<string, Value>>, key: Value, place: Place, scope: Evaluation): Value {
  if (typeof key !== 'string') return scope.report(place, `expected the key of a map, found ${kindOf(key)}`);
  const value = own(map, key);
  return value === undefined ? '' : value;
}

function itemOf(list: readonly Value[], index: Value, place: Place, scope: Evaluation): Value {
  const position = pythonInt(index);
  if (position === undefined) return scope.report(place, `expected the index of a list, found ${kindOf(index)}`);
  const item = list.at(position);
  return item === undefined ? '' : item;
}
