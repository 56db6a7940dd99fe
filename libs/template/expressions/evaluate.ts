import { assertNever } from '#contracts';
import { objectOf } from '../json';
import type { Value } from '../values';
import type { Evaluation, Expression } from './expression';

/**
 * The value of an expression. A literal is answered as it is, not copied: nobody may change it. Where
 * something is not known yet, or is faulty and was reported, `UNKNOWN` stands in its place.
 */
export function evaluate(expression: Expression, scope: Evaluation): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'list':
      return expression.items.filter(isThere).map((item) => evaluate(item, scope));
    case 'map':
      return objectOf(
        expression.entries
          .filter(([, value]) => isThere(value))
          .map(([key, value]) => [key, evaluate(value, scope)] as const),
      );
    case 'call':
      return expression.call.evaluate(scope);
    case 'omitted':
      return null;
    default:
      return assertNever(expression);
  }
}

function isThere({ kind }: Expression): boolean {
  return kind !== 'omitted';
}
