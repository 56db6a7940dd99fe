/** What stands before a node: where it begins, its tag written out, its name. */
export interface NodeProperties {
  readonly offset: number;
  /** `undefined` where it has none; `!` where it says that it has none. */
  readonly tag: string | undefined;
  readonly anchor: string | undefined;
}

/** Whether a node is the key of a map's entry. */
export type NodeRole = 'key' | 'value';

/**
 * Makes something of the nodes of a document, which come from the inside out, so that no tree of
 * nodes is ever held in memory.
 */
export interface NodeBuilder<T> {
  /** Before what is inside of a list or map; scalars have nothing inside. */
  open(node: NodeProperties): void;
  scalar(text: string, plain: boolean, node: NodeProperties, role: NodeRole): T;
  alias(name: string, offset: number): T;
  list(items: T[], node: NodeProperties): T;
  /** Keys may be repeated. */
  map(entries: [key: T, value: T][], node: NodeProperties): T;
}
