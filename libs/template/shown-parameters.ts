import type { Json, JsonObject } from '#contracts';
import { objectOf } from './json';
import { stacksInTree } from './nested/tree';
import type { PreparedParameter, PreparedStack } from './stack';
import { pythonJson } from './text/python-json';
import { pythonText } from './text/python-repr';

const MASK = '******';
/** Shorter texts stand in so many others that masking them would make nonsense of a log. */
const SHORTEST_MASKED = 3;

/** What answers may show: values as typed JSON, hidden ones as `******`, pseudo parameters included. */
export function shownParameters(stack: PreparedStack): JsonObject {
  const values = [...stack.parameters.values()].map(shownParameter);
  return objectOf<Json>([...stack.pseudoParameters, ...values]);
}

function shownParameter({ name, hidden, value = null }: PreparedParameter): [string, Json] {
  return [name, hidden ? MASK : value];
}

/**
 * The texts that must be masked wherever a reason or log line might hold them, longest first: the
 * values of hidden parameters, of nested stacks too, as they are written and as JSON, and every text inside them, also as it
 * stands in JSON: a provider's answer may be that.
 */
export function hiddenValues(stack: PreparedStack): string[] {
  const texts = new Set<string>();
  for (const { parameters } of stacksInTree(stack)) {
    for (const { hidden, value } of parameters.values()) if (hidden && value !== undefined) collectTexts(value, texts);
  }
  return [...texts].filter((text) => text.length >= SHORTEST_MASKED).sort((a, b) => b.length - a.length);
}

function collectTexts(value: Json, into: Set<string>): void {
  if (typeof value === 'boolean' || value === null) return;
  into.add(pythonText(value));
  for (const json of [pythonJson(value), JSON.stringify(value)]) {
    into.add(typeof value === 'string' ? json.slice(1, -1) : json);
  }
  if (typeof value !== 'object') return;
  for (const child of Object.values(value)) collectTexts(child, into);
}
