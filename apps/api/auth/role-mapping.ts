import { ROLES } from '#contracts';
import type { Role } from '#contracts';

/** What another service's words for roles mean here. A word may stand for one role, a role for several words. */
export type RoleMapping = ReadonlyMap<string, Role>;

export const SAME_NAMES = ROLES.map((role) => `${role}=${role}`).join(',');

/** Reads `word=role` pairs; `undefined` where one is none, or there are none. */
export function readRoleMapping(pairs: readonly string[]): RoleMapping | undefined {
  const mapping = new Map<string, Role>();
  for (const pair of pairs) {
    // A word may hold an "=", a role holds none.
    const [, word, name] = /^(.+)=([^=]+)$/.exec(pair) ?? [];
    const role = ROLES.find((each) => each === name?.trim());
    if (word === undefined || role === undefined || mapping.has(word.trim())) return undefined;
    mapping.set(word.trim(), role);
  }
  return mapping.size > 0 ? mapping : undefined;
}

/** The roles that those words give, from least to most. */
export function rolesFor(mapping: RoleMapping, words: readonly string[]): Role[] {
  return ROLES.filter((role) => words.some((word) => mapping.get(word) === role));
}
