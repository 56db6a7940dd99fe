/** Percent-encodes all but letters, digits, `_.-~` and the characters of `safe`, as Python's `quote()` does. */
export function percentEncoded(text: string, safe: string): string {
  const wellFormed = text.replace(/[\ud800-\udfff]/gu, '\ufffd');
  return wellFormed.replace(/[^\w.~-]/gu, (char) => (safe.includes(char) ? char : percentEncode(char)));
}

function percentEncode(char: string): string {
  const encoded = encodeURIComponent(char);
  return encoded.length > 1 ? encoded : `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}
