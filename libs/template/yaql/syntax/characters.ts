/** What is a word to Python: letters and numbers of any script, and `_`. */
export function isWord(character: string): boolean {
  if (character >= '\x80') return /[\p{L}\p{N}]/u.test(character);
  return (character >= 'a' && character <= 'z') || /[A-Z0-9_]/.test(character);
}

/** A decimal digit of any script. */
export function isDigit(character: string): boolean {
  return /\p{Nd}/u.test(character);
}

/** The whole character at an index, of one UTF-16 unit or two; empty at the end. */
export function characterAt(text: string, index: number): string {
  const code = text.codePointAt(index);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** Where the run of characters ends that begins at an index. */
export function runEnd(text: string, from: number, belongs: (character: string) => boolean): number {
  let end = from;
  for (;;) {
    const character = characterAt(text, end);
    if (character === '' || !belongs(character)) return end;
    end += character.length;
  }
}
