import type { Place } from '../diagnostics/place';
import { describeResult } from '../expressions/describe-result';
import { evaluate } from '../expressions/evaluate';
import type { Evaluation, Expression } from '../expressions/expression';
import { UNKNOWN } from '../values';
import type { Unknown } from '../values';

/** The truth of what stands where a condition is wanted: a boolean, or a condition's name. Nothing is true, as to Heat. */
export function truthOfOperand(operand: Expression, place: Place, scope: Evaluation): boolean | Unknown {
  const value = evaluate(operand, scope);
  if (value === UNKNOWN || typeof value === 'boolean') return value;
  if (value === null) return true;
  const named = typeof value === 'string' ? scope.condition(value) : undefined;
  return (
    named ??
    scope.report(place, () => {
      const found = describeResult(value, operand, scope, scope.conditionNames());
      return `expected the name of a condition or a boolean, found ${found}`;
    })
  );
}
