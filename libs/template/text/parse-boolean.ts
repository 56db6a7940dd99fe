const TRUE_WORDS: readonly string[] = ['true', 'yes', 'on', 't', 'y', '1'];
const FALSE_WORDS: readonly string[] = ['false', 'no', 'off', 'f', 'n', '0'];

/** The words that Heat takes for booleans in parameters, to be named in diagnostics. */
export const BOOLEAN_WORDS = [...TRUE_WORDS, ...FALSE_WORDS].join(', ');

/** Reads a word as oslo.utils' strict `bool_from_string` does, in any case; `undefined` where it is none of them. */
export function parseBoolean(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (TRUE_WORDS.includes(word)) return true;
  return FALSE_WORDS.includes(word) ? false : undefined;
}
