/** A pattern as JSON Schema has it, where flags are unknown: without regard to case, letters stand in both. */
export function sourceOf({ source, ignoreCase }: RegExp): string {
  return ignoreCase ? source.replaceAll('a-f', 'A-Fa-f').replaceAll('a-z', 'A-Za-z') : source;
}
