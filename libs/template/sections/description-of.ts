import type { Json } from '#contracts';
import { pythonText } from '../text/python-repr';
import { isTruthy } from '../text/truth';

/** What the template says of itself, as it is shown. */
export function descriptionOf(description: Json = ''): string {
  return isTruthy(description) ? pythonText(description) : 'No description';
}
