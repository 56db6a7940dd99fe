import type { Place } from '../diagnostics/place';
import { equalValues } from '../equal-values';
import { describeResult } from '../expressions/describe-result';
import { OMITTED } from '../expressions/expression';
import type { Evaluation, Expression } from '../expressions/expression';
import { isObject, own } from '../json';
import type { ExactJson } from '../json';
import { floatNumber, integerPart, isNumber, nearestNumber } from '../numbers/written-number';
import type { ExactNumber } from '../numbers/written-number';
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
    return computed({ kind: 'list', items: steps, place: site.place }, (path, scope) =>
      find(path as Value[], { steps, place: site.place }, scope),
    );
  },
};

/** The path as it is written. */
interface WrittenPath {
  readonly steps: readonly Expression[];
  readonly place: Place;
}

function find(path: readonly Value[], { steps, place }: WrittenPath, scope: Evaluation): Value {
  let value: ExactJson = scope.mappings;
  for (const [index, step] of path.entries()) {
    if (step === UNKNOWN) return UNKNOWN;
    const next = childOf(value, step);
    if (next === undefined) {
      const names = isObject(value) ? Object.keys(value) : [];
      const found = (): string => describeResult(step, steps[index] ?? OMITTED, scope, names);
      const expected = index === 0 ? 'the name of a mapping' : 'a key of the mapping';
      return scope.report(place.at(index), () => `expected ${expected}, found ${found()}`);
    }
    value = next;
  }
  return value;
}

/** Keys that YAML reads as numbers are texts here, so numbers find them. */
function childOf(value: ExactJson, step: Exclude<Value, typeof UNKNOWN>): ExactJson | undefined {
  if (!isObject(value)) return followPath(value, [step], { indexTexts: false }) as ExactJson | undefined;
  if (typeof step === 'string') return own(value, step);
  const key = isNumber(step) ? keysOf(step).find((name) => Object.hasOwn(value, name)) : undefined;
  return key === undefined ? undefined : value[key];
}

/** The texts that a key has become which is that number: `1` and `1.0` are one key to Python. */
function keysOf(number: ExactNumber): string[] {
  const forms = [number, integerPart(number), floatNumber(nearestNumber(number))];
  return forms.flatMap((form) => (form !== undefined && equalValues(form, number) ? [pythonText(form)] : []));
}
