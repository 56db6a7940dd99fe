import { alternativesOf, endOfGroup, quantifierAt } from './pattern-parts';

/** One way for a pattern to match: what must hold at the start, and then what is matched. */
export interface Alternative {
  readonly conditions: readonly Condition[];
  readonly rest: string;
}

/** What a pattern looks ahead for: whether `pattern` matches there, as is wanted. */
export interface Condition {
  readonly pattern: readonly Alternative[];
  readonly isWanted: boolean;
}

/** Deeper in each other than this groups are left to the engine, which then says what it cannot take. */
const DEEPEST = 20;

/**
 * Takes a pattern apart that looks ahead from where it begins (`(?=.*\d)(?=.*[a-z]).{8,}`), as those for
 * passwords do: each look is a match of its own from the start, so an engine of linear time does them all.
 */
export function takeApart(pattern: string, depth = 0): Alternative[] {
  if (depth > DEEPEST || !/\(\?[=!]/.test(pattern)) return [{ conditions: [], rest: pattern }];
  const [flags = ''] = /^\(\?[aiLmsux]+\)/.exec(pattern) ?? [];
  return alternativesOf(pattern.slice(flags.length)).map((text) => alternative(text, { flags, depth }));
}

/** Where in the whole pattern a part of it stands. */
interface Surroundings {
  readonly flags: string;
  readonly depth: number;
}

function alternative(text: string, around: Surroundings): Alternative {
  const conditions: Condition[] = [];
  let at = 0;
  for (let look = lookAt(text, at, around); look !== null; look = lookAt(text, at, around)) {
    conditions.push(...look.conditions);
    at = look.end;
  }
  const rest = text.slice(at);
  return { conditions, rest: rest === '' ? '' : around.flags + rest };
}

interface Look {
  readonly conditions: readonly Condition[];
  readonly end: number;
}

/** What takes no character: the start, a look ahead, or a group of nothing but such; `null` where something else stands. */
function lookAt(text: string, at: number, around: Surroundings): Look | null {
  const anchor = /^(?:\^|\\A)/.exec(text.slice(at, at + 2));
  if (anchor !== null) return { conditions: [], end: at + anchor[0].length };
  const group = groupAt(text, at);
  if (group === null) return null;
  const pattern = takeApart(around.flags + group.inside, around.depth + 1);
  if (group.opening in WANTED || takesNothing(pattern)) {
    const isWanted = WANTED[group.opening] ?? true;
    return { conditions: group.isIdle ? [] : [{ pattern, isWanted }], end: group.end };
  }
  return null;
}

/** Whether what is looked ahead for must be there. */
const WANTED: Readonly<Record<string, boolean>> = { '(?=': true, '(?!': false };

interface Group {
  readonly opening: string;
  readonly inside: string;
  /** After its quantifier. */
  readonly end: number;
  /** It need not be there at all. */
  readonly isIdle: boolean;
}

/** The group that stands there; `null` where none does, or one of another kind. */
function groupAt(text: string, at: number): Group | null {
  const found = /^\((?:\?[=!:]|(?!\?))/.exec(text.slice(at, at + 3));
  const close = found === null ? undefined : endOfGroup(text, at);
  if (found === null || close === undefined) return null;
  const [opening] = found;
  const quantifier = quantifierAt(text, close + 1);
  const end = close + 1 + (quantifier?.length ?? 0);
  return { opening, inside: text.slice(at + opening.length, close), end, isIdle: quantifier?.least === 0 };
}

function takesNothing(pattern: readonly Alternative[]): boolean {
  return pattern.every(({ rest }) => rest === '');
}
