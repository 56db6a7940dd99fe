import { describe, kindOf } from '../diagnostics/describe';
import { didYouMean } from '../diagnostics/suggestion';
import type { Value } from '../values';
import type { Evaluation, Expression } from './expression';
import { mayReveal } from './walk';

/**
 * What an expression came to, for the user to recognise, and the one of `names` that may have been meant; no more than
 * its kind where it may be secret: a long text is cut, so that nobody finds it afterwards to mask it.
 */
export function describeResult(
  value: Value,
  expression: Expression,
  scope: Evaluation,
  names: Iterable<string> = [],
): string {
  if (!mayReveal(expression, scope)) return kindOf(value);
  return describe(value) + (typeof value === 'string' ? didYouMean(value, names) : '');
}
