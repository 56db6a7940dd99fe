import { isTemplateName } from './registry-tree';
import type { RegistryEntry } from './registry-tree';

/** What the registry makes of a type that a template names. */
export type TypeMapping =
  | Found
  /** `last` is where the strongest entries lead. */
  | { readonly kind: 'unknown'; readonly last: string };

type Found =
  | { readonly kind: 'type'; readonly name: string }
  /** A template that stands for the resource, and the entry that says so. */
  | { readonly kind: 'template'; readonly name: string; readonly entry: RegistryEntry }
  | { readonly kind: 'endless'; readonly names: readonly string[] };

interface MappingQuestion {
  /** The entries that stand for a type, the strongest first. */
  readonly entriesFor: (type: string) => Iterable<RegistryEntry>;
  /** Whether there is such a type, also where no entry speaks of it. */
  readonly isKnown: (type: string) => boolean;
  /** The template of this entry will not do. */
  readonly passedOver?: RegistryEntry;
}

/** A type that leads on from entry to entry for longer than this never ends. */
const LONGEST_CHAIN = 20;
/** So many entries are looked at for one type, whatever a registry says. */
const MOST_STEPS = 1000;

/**
 * Follows the entries from a type to what is to be made in the end. An entry that leads nowhere is as good
 * as none, so that weaker ones are tried.
 */
export function findMapping(type: string, question: MappingQuestion): TypeMapping {
  let steps = 0;
  let last: string | undefined;
  const follow = (name: string, before: readonly string[]): Found | undefined => {
    const names = [...before, name];
    if (names.length > LONGEST_CHAIN) return { kind: 'endless', names };
    for (const entry of question.entriesFor(name)) {
      steps += 1;
      if (steps > MOST_STEPS) return { kind: 'endless', names };
      const found = isTemplateName(entry.target) ? templateOf(entry) : follow(targetFor(name, entry), names);
      if (found !== undefined && !(names.length === 1 && isPassedOver(found, question))) return found;
    }
    if (question.isKnown(name)) return { kind: 'type', name };
    last ??= name;
    return undefined;
  };
  return follow(type, []) ?? { kind: 'unknown', last: last ?? type };
}

function templateOf(entry: RegistryEntry): Found {
  return { kind: 'template', name: entry.target, entry };
}

function isPassedOver(found: Found, { passedOver }: MappingQuestion): boolean {
  return found.kind === 'template' && found.entry === passedOver;
}

/** Where the target is a prefix too, the rest of the type's name is put behind it. */
function targetFor(type: string, { pattern, target }: RegistryEntry): string {
  const both = pattern.endsWith('*') && target.endsWith('*');
  return both ? target.slice(0, -1) + type.slice(pattern.length - 1) : target;
}
