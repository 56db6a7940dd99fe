import { describe, oneOf } from '../diagnostics/describe';
import type { ExactJson } from '../json';

/** Where the work on a resource can be made to stop until somebody lets it go on. */
export const HOOKS = ['pre-create', 'pre-update', 'pre-delete', 'post-create', 'post-update', 'post-delete'] as const;
export type Hook = (typeof HOOKS)[number];

/** What an update may be kept from doing to a resource. */
export const RESTRICTED_ACTIONS = ['update', 'replace'] as const;
export type RestrictedAction = (typeof RESTRICTED_ACTIONS)[number];

/** Keys of the registry that map no type, and the words that each may hold: one, or a list of them. */
const WORDS: Readonly<Record<SettingKey, readonly string[]>> = {
  hooks: HOOKS,
  restricted_actions: RESTRICTED_ACTIONS,
};
export type SettingKey = 'hooks' | 'restricted_actions';

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(WORDS, key);
}

/** What is wrong with a setting, or `undefined`. */
export function faultOfSetting(key: SettingKey, value: ExactJson): string | undefined {
  const words = WORDS[key];
  const given = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(given)) return `expected ${oneOf(words)}, or a list of these, found ${describe(value)}`;
  const wrong = given.find((word) => typeof word !== 'string' || !words.includes(word));
  return wrong === undefined ? undefined : `expected ${oneOf(words)}, found ${describe(wrong)}`;
}
