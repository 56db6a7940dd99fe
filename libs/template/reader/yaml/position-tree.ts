import type { Step } from '../../diagnostics/place';
import { constructScalar, keyText, scalarTag } from './construct-scalar';
import type { NodeBuilder, NodeProperties, NodeRole } from './node-builder';

/** Where a node stands, and what is in it. */
interface Spot {
  readonly offset: number;
  /** Of a scalar. */
  readonly text?: string;
  readonly items?: readonly Spot[];
  /** By the texts of their keys; of keys given twice the last counts. */
  readonly entries?: ReadonlyMap<string, { readonly key: Spot; readonly value: Spot }>;
}

/** Remembers where the nodes of a document stand; made only when there is something to point at. */
export class PositionTree implements NodeBuilder<Spot> {
  private readonly anchors = new Map<string, Spot>();

  open(): void {
    // Nothing is made before what is inside.
  }

  scalar(text: string, plain: boolean, node: NodeProperties, role: NodeRole): Spot {
    const shown = role === 'key' ? keyOf(text, plain, node) : text;
    return this.named({ offset: node.offset, text: shown }, node);
  }

  alias(name: string, offset: number): Spot {
    return { ...this.anchors.get(name), offset };
  }

  list(items: Spot[], node: NodeProperties): Spot {
    return this.named({ offset: node.offset, items }, node);
  }

  map(entries: [Spot, Spot][], node: NodeProperties): Spot {
    const byKey = entries.map(([key, value]) => [key.text ?? '', { key, value }] as const);
    return this.named({ offset: node.offset, entries: new Map(byKey) }, node);
  }

  private named(spot: Spot, { anchor }: NodeProperties): Spot {
    if (anchor !== undefined) this.anchors.set(anchor, spot);
    return spot;
  }
}

/** As what a key is found in the value that is made of the document: `on` is `true`. */
function keyOf(text: string, plain: boolean, { tag }: NodeProperties): string {
  const key = constructScalar(text, scalarTag(text, plain, tag));
  return key.ok ? keyText(key.value) : text;
}

/**
 * The offset of the value at the end of `path`, or of the deepest one on the way that stands in the
 * text itself. For a map's entry it is the offset of the key.
 */
export function offsetOf(root: Spot, path: readonly Step[]): number {
  let { offset } = root;
  let spot = root;
  for (const step of path) {
    const entry = spot.entries?.get(String(step));
    const next = entry?.value ?? spot.items?.[Number(step)];
    if (next === undefined) break;
    offset = entry?.key.offset ?? next.offset;
    spot = next;
  }
  return offset;
}
