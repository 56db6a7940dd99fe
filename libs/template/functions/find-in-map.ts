import type { Json } from '#contracts';
import { describe } from '../diagnostics/describe';
import type { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import type { Evaluation } from '../expressions/expression';
import { isObject, own } from '../json';
import { pythonText } from '../text/python-repr';
import { UNKNOWN } from '../values';
import type { Value } from '../values';
import { computed } from './computed';
import { followPath } from './follow-path';
import type { FunctionDefinition } from './function-definition';
import { unpack } from './unpack';

/**
 * `Fn::FindInMap: [mapping, key, key]`: what the section of mappings has there
 * (https://docs.openstack.org/heat/latest/template_guide/functions.html#fn-findinmap).
 */
export const findInMap: FunctionDefinition = {
  name: 'Fn::FindInMap',
  description: 'A value of the section of mappings',
  parse: (argument, site) => {
    const steps = unpack(site.parse(argument, site.place));
    if (steps?.length !== 3) return site.faults.refuse(site.place, 'expected a list of the form [mapping, key, key]');
    return computed({ kind: 'list', items: steps }, (path, scope) => find(path as Value[], site.place, scope));
  },
};

function find(path: readonly Value[], place: Place, scope: Evaluation): Value {
  let value: Json = scope.mappings;
  for (const [index, step] of path.entries()) {
    if (step === UNKNOWN) return UNKNOWN;
    const next = childOf(value, step);
    if (next === undefined) return scope.report(place.at(index), missing(value, step, index));
    value = next;
  }
  return value;
}

/** Keys that YAML reads as numbers are texts here, so numbers find them. */
function childOf(value: Json, step: Exclude<Value, typeof UNKNOWN>): Json | undefined {
  if (!isObject(value)) return followPath(value, [step], { indexTexts: false }) as Json | undefined;
  if (typeof step === 'string') return own(value, step);
  return typeof step === 'number' ? own(value, pythonText(step)) : undefined;
}

function missing(value: Json, step: Value, index: number): () => string {
  const names = isObject(value) ? Object.keys(value) : [];
  const nearest = (): string => (typeof step === 'string' ? didYouMean(step, names) : '');
  const expected = index === 0 ? 'the name of a mapping' : 'a key of the mapping';
  return () => `expected ${expected}, found ${describe(step)}${nearest()}`;
}
