import { isObject } from '#template';
import type { ExactJson, ExactObject } from '#template';

const PSEUDO_PARAMETER = 'OS::';

/**
 * A body as it is, or what it holds where it is wrapped in the resource's name, as answers are. What only answers have
 * is left out then, so that an answer can be edited and sent back.
 */
export function unwrap(body: ExactObject, name: string, answerOnly: readonly string[]): ExactJson {
  const keys = Object.keys(body);
  const inner = keys.length === 1 && keys[0] === name ? body[name] : undefined;
  if (inner === undefined) return body;
  if (!isObject(inner)) return inner;
  const kept = Object.entries(inner).filter(([key]) => !answerOnly.includes(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, key === 'parameters' ? withoutPseudo(value) : value]));
}

/** Answers show the pseudo parameters (`OS::stack_id`), which nobody can set. */
function withoutPseudo(parameters: ExactJson): ExactJson {
  if (!isObject(parameters)) return parameters;
  return Object.fromEntries(Object.entries(parameters).filter(([key]) => !key.startsWith(PSEUDO_PARAMETER)));
}
