import type { ExactJson } from '../json';
import { pythonText } from '../text/python-repr';
import { isTruthy } from '../text/truth';

/** What the template says of itself, as it is shown. */
export function descriptionOf(description: ExactJson = ''): string {
  return isTruthy(description) ? pythonText(description) : 'No description';
}
