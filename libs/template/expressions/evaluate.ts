import { assertNever } from '#contracts';
import type { Place } from '../diagnostics/place';
import { objectOf } from '../json';
import { UNKNOWN } from '../values';
import type { Value } from '../values';
import type { Evaluation, Expression } from './expression';
import { sizeOf } from './size-of';

/**
 * The value of an expression. A literal is answered as it is, not copied: nobody may change it. Where
 * something is not known yet, or is faulty and was reported, `UNKNOWN` stands in its place.
 */
export function evaluate(expression: Expression, scope: Evaluation): Value {
  switch (expression.kind) {
    case 'list':
    case 'map':
      return evaluateWithin(expression, expression.place, scope);
    case 'literal':
      return expression.value;
    case 'call':
      return expression.call.evaluate(scope);
    case 'omitted':
      return null;
    default:
      return assertNever(expression);
  }
}

/** As `evaluate`, with a value of any kind held to the limit of what may be resolved in one place. */
export function evaluateWithin(expression: Expression, place: Place, scope: Evaluation): Value {
  const resolution = new Resolution(scope);
  const value = resolution.valueOf(expression);
  if (!resolution.isTooLarge) return value;
  const limit = scope.limits.resolvedSize;
  return scope.report(
    place,
    `this becomes larger than the limit of ${limit} characters and values: refer to less in it`,
  );
}

/** Lists and maps that stand in each other, counted while they are resolved: many references may be to one large value. */
class Resolution {
  private size = 0;

  constructor(private readonly scope: Evaluation) {}

  get isTooLarge(): boolean {
    return this.size > this.scope.limits.resolvedSize;
  }

  valueOf(expression: Expression): Value {
    if (this.isTooLarge) return UNKNOWN;
    switch (expression.kind) {
      case 'list':
        this.size += 1;
        return expression.items.filter(isThere).map((item) => this.valueOf(item));
      case 'map':
        this.size += 1;
        return objectOf(expression.entries.filter(([, value]) => isThere(value)).map((entry) => this.entryOf(entry)));
      default: {
        const value = evaluate(expression, this.scope);
        this.size += sizeOf(value, this.scope.limits.resolvedSize - this.size);
        return value;
      }
    }
  }

  private entryOf([key, value]: readonly [string, Expression]): readonly [string, Value] {
    this.size += key.length;
    return [key, this.valueOf(value)];
  }
}

function isThere({ kind }: Expression): boolean {
  return kind !== 'omitted';
}
