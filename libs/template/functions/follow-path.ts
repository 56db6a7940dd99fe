import { own } from '../json';
import { isMap, UNKNOWN } from '../values';
import type { Value } from '../values';

/** How Heat follows a path differs between `get_param` and `get_attr`. */
export interface PathRules {
  /** Whether the text `'1'` is an index into a list. */
  readonly indexTexts: boolean;
}

/**
 * Goes down into a value as Python's subscripts do: negative indices count from the end, texts have
 * characters, `true` is 1. `undefined` where there is no such thing.
 */
export function followPath(start: Value, path: readonly Value[], rules: PathRules): Value | undefined {
  let value: Value | undefined = start;
  for (const step of path) {
    if (value === UNKNOWN || step === UNKNOWN) return UNKNOWN;
    value = value === undefined ? undefined : childOf(value, step, rules);
  }
  return value;
}

function childOf(value: Value, step: Value, rules: PathRules): Value | undefined {
  if (typeof value === 'string') return itemOf(Array.from(value), step, rules);
  if (Array.isArray(value)) return itemOf(value, step, rules);
  return isMap(value) && typeof step === 'string' ? own(value, step) : undefined;
}

function itemOf(list: readonly Value[], step: Value, rules: PathRules): Value | undefined {
  const index = indexOf(step, rules);
  return index === undefined ? undefined : list.at(index);
}

function indexOf(step: Value, rules: PathRules): number | undefined {
  if (typeof step === 'boolean') return Number(step);
  if (typeof step === 'number') return Number.isInteger(step) ? step : undefined;
  return rules.indexTexts && typeof step === 'string' && /^\s*[-+]?\d+\s*$/.test(step) ? Number(step) : undefined;
}
