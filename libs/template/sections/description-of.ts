import type { JsonObject } from '#contracts';
import { own } from '../json';
import { pythonText } from '../text/python-repr';
import { isTruthy } from '../text/truth';

/** What the template says of itself, as it is shown. */
export function descriptionOf(template: JsonObject): string {
  const description = own(template, 'description') ?? '';
  return isTruthy(description) ? pythonText(description) : 'No description';
}
