import type { Place } from '../diagnostics/place';
import type { ParseContext } from '../expressions/parse-expression';
import type { ExactJson } from '../json';

/**
 * Whether a resource or output is there at all. Where its condition is faulty, or rests on a parameter
 * that was not given, it counts as there, so that it is checked.
 */
export function isEnabled(condition: ExactJson, place: Place, context: ParseContext): boolean {
  return condition === true || context.truth(condition, place) !== false;
}
