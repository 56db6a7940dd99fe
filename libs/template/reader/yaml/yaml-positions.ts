import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Document, Node, YAMLMap } from 'yaml';
import type { Step } from '../../diagnostics/place';

interface Spot {
  /** Where to point the user to. */
  readonly found: Node;
  readonly value: Node | null;
}

/**
 * The offset of the value at the end of `path`, or of the deepest one on the way that stands in the
 * text itself. For a map's entry it is the offset of the key; of keys given twice the last counts.
 */
export function locateInYaml(document: Document.Parsed, path: readonly Step[]): number {
  let value: Node | null = document.contents;
  let found: Node | null = value;
  for (const step of path) {
    const next = childOf(target(value, document), step);
    if (next === undefined) break;
    ({ found, value } = next);
  }
  return found?.range?.[0] ?? 0;
}

function target(node: Node | null, document: Document): Node | null {
  return isAlias(node) ? (node.resolve(document) ?? null) : node;
}

function childOf(node: Node | null, step: Step): Spot | undefined {
  if (isMap<Node, Node | null>(node)) return entryOf(node, String(step));
  if (!isSeq<Node>(node)) return undefined;
  const item = node.items[Number(step)];
  return item === undefined ? undefined : { found: item, value: item };
}

function entryOf(map: YAMLMap<Node, Node | null>, key: string): Spot | undefined {
  const pair = map.items.findLast((item) => isScalar(item.key) && item.key.source === key);
  return pair === undefined ? undefined : { found: pair.key, value: pair.value };
}
