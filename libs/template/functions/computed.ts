import { evaluate } from '../expressions/evaluate';
import type { Evaluation, Expression, FunctionCall } from '../expressions/expression';
import { UNKNOWN } from '../values';
import type { Unknown, Value } from '../values';

/** What a function makes of its argument once that is known; things inside it may not be. */
export type Compute = (argument: Exclude<Value, Unknown>, scope: Evaluation) => Value;

/** A call of a function that wants its argument as a whole, whatever made it, and nothing checked before. */
export function computed(argument: Expression, compute: Compute): FunctionCall {
  return {
    operands: [argument],
    evaluate: (scope) => {
      const value = evaluate(argument, scope);
      return value === UNKNOWN ? UNKNOWN : compute(value, scope);
    },
  };
}
