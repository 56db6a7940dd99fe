import type { Json } from '#contracts';

export type Claims = Readonly<Record<string, Json | undefined>>;

/** OAuth's own claims of this kind hold words with spaces between (RFC 8693, section 4.2). */
const WORDS_IN_TEXT = ['scope', 'scp'];

/** The claim of that name, or else what the name leads to with a dot between each two steps. */
export function claimAt(claims: Claims, name: string): Json | undefined {
  if (Object.hasOwn(claims, name)) return claims[name];
  let at: Json | undefined = claims as Json;
  for (const step of name.split('.')) {
    if (typeof at !== 'object' || at === null || Array.isArray(at) || !Object.hasOwn(at, step)) return undefined;
    at = at[step];
  }
  return at;
}

/** The words of a claim: a text is one word, a list of texts as many. */
export function wordsAt(claims: Claims, name: string): string[] {
  const claim = claimAt(claims, name);
  if (typeof claim === 'string') return WORDS_IN_TEXT.includes(name) ? claim.split(' ') : [claim];
  return Array.isArray(claim) ? claim.filter((word) => typeof word === 'string') : [];
}
