const names = new Map<string, string>();

/**
 * The name under which a statement is prepared: the same for the same text, so that the server parses and plans it
 * once for each connection. Texts are constants; what varies goes into values.
 */
export function preparedName(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `kiln_${names.size}`;
  names.set(text, name);
  return name;
}
