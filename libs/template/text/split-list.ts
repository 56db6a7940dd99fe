/** The items of a text in which commas stand between them; blanks count, and the empty text has none. */
export function splitList(text: string): string[] {
  return text === '' ? [] : text.split(',');
}
