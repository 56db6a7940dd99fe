import { describe, LONGEST_READ, oneOfMany, shorten } from '../diagnostics/describe';
import { isObject } from '../json';
import type { ExactJson } from '../json';
import { comparable, leavesRemainder } from '../numbers/comparable';
import { isNumber } from '../numbers/written-number';
import type { ExactNumber } from '../numbers/written-number';
import type { Bounds, Constraint } from '../schema/constraint';
import { parseNumber } from '../text/parse-number';
import { pythonText } from '../text/python-repr';
import { textLength } from '../text/length';
import { checkCustomConstraint } from './custom/custom-constraints';
import { equalValues } from '../equal-values';
import { compileUserPattern } from './user-pattern';

/** How a value is compared and told about. */
export interface CheckSettings {
  /** Whether the value may stand in a diagnostic: not where it is secret. */
  readonly reveal: boolean;
  /** Converts an allowed value to the type of what is checked; `undefined` where it cannot be. */
  readonly convert: (allowed: ExactJson) => ExactJson | undefined;
}

/**
 * What is wrong with a value that has its final type, or `undefined`. An author's own description
 * comes first, then what was expected and what was found.
 */
export function checkConstraint(constraint: Constraint, value: ExactJson, settings: CheckSettings): string | undefined {
  const broken = brokenRule(constraint, value, settings);
  if (broken === undefined) return undefined;
  const detail = settings.reveal ? `${broken}, found ${foundText(constraint, value)}` : broken;
  return constraint.description ? `${shorten(constraint.description, LONGEST_READ)} (${detail})` : detail;
}

function foundText(constraint: Constraint, value: ExactJson): string {
  const length = 'length' in constraint ? lengthOf(value) : undefined;
  return length === undefined ? describe(value) : `a length of ${length}`;
}

function brokenRule(constraint: Constraint, value: ExactJson, settings: CheckSettings): string | undefined {
  if ('length' in constraint) return checkLength(constraint.length, value);
  if ('range' in constraint) return checkRange(constraint.range, value);
  if ('modulo' in constraint) return checkModulo(constraint.modulo, value);
  if ('allowed_values' in constraint) return checkAllowed(constraint.allowed_values, value, settings);
  if ('allowed_pattern' in constraint) return checkPattern(constraint.allowed_pattern, value);
  return checkCustomConstraint(constraint.custom_constraint, value);
}

function checkLength(bounds: Bounds, value: ExactJson): string | undefined {
  const length = lengthOf(value);
  if (length === undefined) return 'expected something that has a length: a text, list or map';
  return within(bounds, length) ? undefined : `expected a length ${boundsText(bounds)}`;
}

function lengthOf(value: ExactJson): number | undefined {
  if (typeof value === 'string') return textLength(value);
  if (Array.isArray(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : undefined;
}

function checkRange(bounds: Bounds, value: ExactJson): string | undefined {
  const number = numberOf(value);
  return number !== undefined && within(bounds, number) ? undefined : `expected a number ${boundsText(bounds)}`;
}

function checkModulo(
  { step, offset }: { step: ExactNumber; offset: ExactNumber },
  value: ExactJson,
): string | undefined {
  const number = numberOf(value);
  if (number !== undefined && leavesRemainder(number, step, offset)) return undefined;
  return `expected a multiple of ${String(step)} with an offset of ${String(offset)}`;
}

function numberOf(value: ExactJson): ExactNumber | undefined {
  if (typeof value === 'string') return parseNumber(value);
  if (typeof value === 'boolean') return Number(value);
  return isNumber(value) ? value : undefined;
}

/** Not a number is within all bounds, as all comparisons with it are false. */
function within({ min, max }: Bounds, number: ExactNumber): boolean {
  const compared = comparable(number);
  return !(min !== undefined && compared < comparable(min)) && !(max !== undefined && compared > comparable(max));
}

function boundsText({ min, max }: Bounds): string {
  if (min === undefined) return `of at most ${String(max ?? '')}`;
  return max === undefined ? `of at least ${String(min)}` : `from ${String(min)} to ${String(max)}`;
}

/** Items of a list for values that are allowed: a second of work at most. */
const MOST_COMPARISONS = 5_000_000;

/** A list is allowed where each of its items is. */
function checkAllowed(allowed: readonly ExactJson[], value: ExactJson, settings: CheckSettings): string | undefined {
  if (Array.isArray(value) && value.length * allowed.length > MOST_COMPARISONS) {
    return `expected at most ${Math.floor(MOST_COMPARISONS / allowed.length)} items, as ${allowed.length} values are allowed`;
  }
  const isAllowed = Array.isArray(value)
    ? value.every((item) => allowed.some((candidate) => equalValues(candidate, item)))
    : allowed.some((candidate) => equalValues(settings.convert(candidate), value));
  if (isAllowed) return undefined;
  return allowed.length === 0 ? 'no value is allowed' : `expected ${oneOfMany(allowed, pythonText)}`;
}

function checkPattern(pattern: string, value: ExactJson): string | undefined {
  const compiled = compileUserPattern(pattern);
  const shown = shorten(pattern, LONGEST_READ);
  if (!compiled.ok) return `the pattern \`${shown}\` cannot be used: ${shorten(compiled.detail, LONGEST_READ)}`;
  const text = typeof value === 'string' ? value : undefined;
  if (text !== undefined && textLength(text) > compiled.longestText) {
    return `expected a text of at most ${compiled.longestText} characters, as \`${shown}\` takes too long for more`;
  }
  return text !== undefined && compiled.matches(text) ? undefined : `expected a text that matches \`${shown}\``;
}
