import { isCollection } from './json';
import type { ExactJson } from './json';
import { pythonJson } from './text/python-json';
import { pythonText } from './text/python-repr';

export const MASK = '******';
/** Shorter texts stand in so many others that masking them would make nonsense of a log. */
const SHORTEST_MASKED = 3;

/**
 * The texts that must be masked wherever values may have gone, longest first: the values as they are written and as
 * JSON, and every text inside them, also as it stands in JSON.
 */
export function hiddenTexts(values: Iterable<ExactJson>): string[] {
  const texts = new Set<string>();
  for (const value of values) collectTexts(value, texts);
  return [...texts].filter((text) => text.length >= SHORTEST_MASKED).sort((a, b) => b.length - a.length);
}

function collectTexts(value: ExactJson, into: Set<string>): void {
  if (typeof value === 'boolean' || value === null) return;
  into.add(pythonText(value));
  for (const json of [pythonJson(value), JSON.stringify(value)]) {
    into.add(typeof value === 'string' ? json.slice(1, -1) : json);
  }
  if (!isCollection(value)) return;
  for (const child of Object.values(value)) collectTexts(child, into);
}
