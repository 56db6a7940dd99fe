const NAME_CHARACTERS = 255;

/** A text that may be shown and stored: without control characters, and no longer than a name. */
export function shownName(text: string): string {
  return text.replaceAll(/\p{C}/gu, '').slice(0, NAME_CHARACTERS);
}
