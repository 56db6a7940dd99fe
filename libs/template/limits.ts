/** How large a template may be before it is refused, so that no text can cost more than it is worth. */
export interface TemplateLimits {
  /** Size of a template's text, in UTF-8 bytes. */
  readonly templateBytes: number;
  /** How deep lists and maps may stand in each other. */
  readonly nesting: number;
  /** How many values a text may have once its YAML aliases and merge keys are written out. */
  readonly aliasedValues: number;
  /** Characters of a text, list or map that a function makes; of a list or map also how many things are in it. */
  readonly resolvedCharacters: number;
  /**
   * Size of what is resolved in one place: all properties of a resource, an output's value. It is counted as the
   * characters of texts and one for each value. A request is smaller, so that whatever is given can be used as it is.
   */
  readonly resolvedSize: number;
  /** Rounds of one loop (`repeat`). */
  readonly loopRounds: number;
  /** Keys that one loop looks for, in each text of each round; a long text counts once for each hundred characters. */
  readonly loopReplacements: number;
  /** How deep nested stacks may stand in each other. */
  readonly nestedDepth: number;
  /** Resources of a stack and of all that are nested in it. */
  readonly treeResources: number;
}

export const DEFAULT_LIMITS: TemplateLimits = {
  templateBytes: 8 * 1024 * 1024,
  nesting: 200,
  aliasedValues: 100_000,
  resolvedCharacters: 1024 * 1024,
  resolvedSize: 16 * 1024 * 1024,
  loopRounds: 100_000,
  loopReplacements: 2_000_000,
  nestedDepth: 5,
  treeResources: 100_000,
};

/** How the fault begins that tells of nesting beyond `nestedDepth`. */
export function tooDeepNesting(most: number): string {
  return `nested stacks stand in each other deeper than the limit of ${most}`;
}

/** How the fault begins that tells of more than `treeResources`. */
export function tooManyInTree(most: number): string {
  return `the stack and those nested in it have more resources than the limit of ${most}`;
}
