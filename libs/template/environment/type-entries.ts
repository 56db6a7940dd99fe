import { isTemplateName } from './registry-tree';
import type { RegistryBranch, RegistryEntry } from './registry-tree';

/**
 * The entries of one branch, in the order in which they are tried for a type. Heat's order is the
 * alphabet's, in which `*` comes before letters: `My::*` wins over `My::Type`.
 */
export class TypeEntries {
  private readonly exact = new Map<string, RegistryEntry>();
  private readonly prefixes: readonly RegistryEntry[];

  /** `namesTemplates`: that a type may be the name of a template. */
  constructor(
    { nodes }: RegistryBranch,
    private readonly namesTemplates: boolean,
  ) {
    const entries = [...nodes.values()].filter((node) => node.kind === 'entry');
    for (const entry of entries) this.exact.set(entry.pattern, entry);
    this.prefixes = entries.filter(isPrefix).sort((a, b) => (a.pattern < b.pattern ? -1 : 1));
  }

  /** Those that stand for the type, the strongest first. */
  matching(type: string): RegistryEntry[] {
    const exact = this.exact.get(type) ?? this.templateEntry(type);
    const matching = this.prefixes.filter((entry) => entry !== exact && matchesPrefix(entry, type));
    if (exact === undefined) return matching;
    const stronger = matching.filter(({ pattern }) => pattern < type);
    return [...stronger, exact, ...matching.slice(stronger.length)];
  }

  /** The entry for just this type. */
  of(type: string): RegistryEntry | undefined {
    return this.exact.get(type);
  }

  /** The same one each time. */
  private templateEntry(name: string): RegistryEntry | undefined {
    if (!this.namesTemplates || !isTemplateName(name)) return undefined;
    const entry: RegistryEntry = { kind: 'entry', pattern: name, target: name };
    this.exact.set(name, entry);
    return entry;
  }
}

/** A template stands for one type only, never for all of a prefix. */
function isPrefix({ pattern, target }: RegistryEntry): boolean {
  return pattern.endsWith('*') && !isTemplateName(target);
}

/** Many types mapped to one that begins as they do: that one stays itself. */
function matchesPrefix({ pattern, target }: RegistryEntry, type: string): boolean {
  return type !== target && type.startsWith(pattern.slice(0, -1));
}
