/**
 * Lines of a registry: what stands for a type, or for every type of a prefix (`Prefix*`). Exact names
 * win over prefixes, longer prefixes over shorter ones.
 */
export class TypeEntries {
  private readonly exact: ReadonlyMap<string, string>;
  private readonly prefixes: readonly (readonly [prefix: string, target: string])[];

  constructor(entries: readonly (readonly [pattern: string, target: string])[]) {
    this.exact = new Map(entries);
    this.prefixes = entries
      .filter(([pattern]) => pattern.endsWith('*'))
      .map(([pattern, target]) => [pattern.slice(0, -1), target] as const)
      .toSorted(([a], [b]) => b.length - a.length);
  }

  /** What stands for the type; where the target is a prefix too, with the rest of the type's name. */
  targetOf(type: string): string | undefined {
    const exact = this.exact.get(type);
    if (exact !== undefined) return exact;
    const found = this.prefixes.find(([prefix]) => type.startsWith(prefix));
    if (found === undefined) return undefined;
    const [prefix, target] = found;
    return target.endsWith('*') ? target.slice(0, -1) + type.slice(prefix.length) : target;
  }
}
