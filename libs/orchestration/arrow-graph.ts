import type { GraphItem } from './graph';

/**
 * Reads `'a -> b, a -> c, d'`: a needs b and c first, d stands alone. Items are in the order of their first mention.
 * For tests and documentation.
 */
export function arrowGraph(text: string): GraphItem[] {
  const requires = new Map<string, string[]>();
  const mention = (name: string): string[] => {
    const known = requires.get(name) ?? [];
    requires.set(name, known);
    return known;
  };
  for (const part of text.split(',')) {
    const [from, to] = part.split('->').map((word) => word.trim());
    if (from === undefined || from === '') continue;
    const list = mention(from);
    if (to === undefined) continue;
    mention(to);
    list.push(to);
  }
  return [...requires].map(([name, list]) => ({ name, requires: list }));
}
