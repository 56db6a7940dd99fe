import { describe, LONGEST_READ, oneOf, shorten } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import { equalValues } from '../equal-values';
import { isObject, own } from '../json';
import type { ExactJson, ExactObject } from '../json';
import { integerPart, isInteger, isNumber, nearestNumber } from '../numbers/written-number';
import type { ExactNumber } from '../numbers/written-number';
import type { Bounds, Constraint, ConstraintKind } from '../schema/constraint';
import { parseNumber } from '../text/parse-number';
import { pythonText } from '../text/python-repr';
import { compileUserPattern } from './user-pattern';

/** Reads what stands under the name of a constraint; `null` after a fault. */
export function readRule(kind: ConstraintKind, rule: ExactJson, place: Place, faults: Faults): Constraint | null {
  switch (kind) {
    case 'length': {
      const length = readBounds(rule, LENGTH_NAMES, place, faults);
      return length && { length };
    }
    case 'range': {
      const range = readBounds(rule, RANGE_NAMES, place, faults);
      return range && { range };
    }
    case 'modulo':
      return readModulo(rule, place, faults);
    case 'allowed_values':
      if (Array.isArray(rule)) return { allowed_values: rule };
      return faults.refuse(place, `expected a list of allowed values, found ${describe(rule)}`);
    case 'allowed_pattern':
      return readPattern(rule, place, faults);
    case 'custom_constraint':
      return { custom_constraint: pythonText(rule) };
  }
}

const RANGE_NAMES: LimitNames = { min: 'min', max: 'max', whole: false };
const LENGTH_NAMES: LimitNames = { min: 'min', max: 'max', whole: true };

function readBounds(rule: ExactJson, names: LimitNames, place: Place, faults: Faults): Bounds | null {
  if (!isObject(rule)) return faults.refuse(place, `expected a map of \`min\` and \`max\`, found ${describe(rule)}`);
  checkKeys(rule, ['min', 'max'], place, faults);
  return readLimits(rule, names, place, faults);
}

/** The keys that bounds stand under. */
export interface LimitNames {
  readonly min: string;
  readonly max: string;
  /** Whether they must be integers. */
  readonly whole: boolean;
}

/** Both bounds may be numbers or texts of numbers; one at least must be there. */
export function readLimits(rule: ExactObject, names: LimitNames, place: Place, faults: Faults): Bounds | null {
  if (!hasValue(rule, names.min) && !hasValue(rule, names.max)) {
    return faults.refuse(place, `expected \`${names.min}\` or \`${names.max}\` or both`);
  }
  const read = (key: string): ExactNumber | null => {
    const number = readNumber(rule, key, place, faults);
    if (number === null || !names.whole || isInteger(number)) return number;
    return faults.refuse(place.at(key), `expected a whole number, found ${describe(number)}`);
  };
  const min = read(names.min);
  const max = read(names.max);
  return { ...(min === null ? {} : { min }), ...(max === null ? {} : { max }) };
}

/** Step and offset are whole, of the same sign, and the offset is the smaller one. */
function readModulo(rule: ExactJson, place: Place, faults: Faults): Constraint | null {
  if (!isObject(rule)) {
    return faults.refuse(place, `expected a map of \`step\` and \`offset\`, found ${describe(rule)}`);
  }
  checkKeys(rule, ['step', 'offset'], place, faults);
  if (!hasValue(rule, 'step') || !hasValue(rule, 'offset')) {
    return faults.refuse(place, 'expected both `step` and `offset`');
  }
  const step = readNumber(rule, 'step', place, faults);
  const offset = readNumber(rule, 'offset', place, faults);
  if (step === null || offset === null) return null;
  const whole = { step: wholeOf(step), offset: wholeOf(offset) };
  if (whole.step === undefined || whole.offset === undefined) {
    return faults.refuse(place, 'expected whole numbers for `step` and `offset`');
  }
  const modulo = { step: whole.step, offset: whole.offset };
  const wrong = moduloFault(nearestNumber(modulo.step), nearestNumber(modulo.offset));
  return wrong === undefined ? { modulo } : faults.refuse(place, wrong);
}

/** `3.0` is taken for 3; `undefined` where there is a fraction. */
function wholeOf(number: ExactNumber): ExactNumber | undefined {
  const whole = integerPart(number);
  return whole !== undefined && equalValues(whole, number) ? whole : undefined;
}

function moduloFault(step: number, offset: number): string | undefined {
  if (step === 0) return '`step` must not be 0';
  if (Math.abs(offset) >= Math.abs(step)) return '`offset` must be smaller than `step`';
  return step * offset < 0 ? '`step` and `offset` must both be positive or both negative' : undefined;
}

function readPattern(rule: ExactJson, place: Place, faults: Faults): Constraint | null {
  if (typeof rule !== 'string') return faults.refuse(place, `expected a regular expression, found ${describe(rule)}`);
  const pattern = compileUserPattern(rule);
  if (pattern.ok) return { allowed_pattern: rule };
  const [shown, detail] = [shorten(rule, LONGEST_READ), shorten(pattern.detail, LONGEST_READ)];
  return faults.refuse(place, `the regular expression \`${shown}\` cannot be used: ${detail}`);
}

function checkKeys(rule: ExactObject, allowed: readonly string[], place: Place, faults: Faults): void {
  for (const key of Object.keys(rule)) {
    if (!allowed.includes(key)) {
      faults.add(place.at(key), `unknown key \`${key}\`, expected ${oneOf(allowed)}${didYouMean(key, allowed)}`);
    }
  }
}

function hasValue(rule: ExactObject, key: string): boolean {
  return (own(rule, key) ?? null) !== null;
}

/** `null` where there is none, and after a fault. */
function readNumber(rule: ExactObject, key: string, place: Place, faults: Faults): ExactNumber | null {
  const json = own(rule, key) ?? null;
  if (json === null) return null;
  const number = typeof json === 'string' ? parseNumber(json) : json;
  if (typeof number === 'boolean') return Number(number);
  if (isNumber(number)) return number;
  return faults.refuse(place.at(key), `expected a number, found ${describe(json)}`);
}
