import { kindOf } from '../diagnostics/describe';
import { isObject, objectOf, own } from '../json';
import type { ExactJson } from '../json';
import { DEFAULT_LIMITS } from '../limits';
import { readJsonWithin } from '../reader/read-json-within';
import type { ParameterType } from '../stack';
import { isTruthy } from '../text/truth';

/** A joined value, or why two cannot be joined. No value is in the words: it may be secret. */
export type Joined = { readonly ok: true; readonly value: ExactJson } | { readonly ok: false; readonly reason: string };

/**
 * Joins the value of a parameter with the one that a later environment file gives, as Heat does: texts are
 * put one after the other, lists too, texts of items with a comma, maps entry by entry, with `deep` into
 * their depths. Numbers and booleans cannot be joined; texts of numbers are texts.
 */
export function joinValues(
  type: ParameterType,
  earlier: ExactJson | undefined,
  later: Exclude<ExactJson, null>,
  { deep }: { deep: boolean },
): Joined {
  switch (type) {
    case 'json':
      return joinJson(earlier ?? {}, later, deep);
    case 'comma_delimited_list':
      return joinLists(earlier ?? [], later);
    case 'string':
      return joinTexts(earlier === undefined ? '' : earlier, later);
    case 'number':
      return joinTexts(earlier ?? null, later);
    case 'boolean':
      return refuse('booleans cannot be joined');
  }
}

function joinTexts(earlier: ExactJson, later: ExactJson): Joined {
  if (typeof earlier === 'string' && typeof later === 'string') return { ok: true, value: earlier + later };
  return cannotJoin(earlier, later);
}

function joinLists(earlier: ExactJson, later: ExactJson): Joined {
  if (typeof later !== 'string' && !Array.isArray(later)) return cannotJoin(earlier, later);
  if (!isTruthy(earlier)) return { ok: true, value: later };
  if (Array.isArray(earlier) && Array.isArray(later)) return { ok: true, value: [...earlier, ...later] };
  if (typeof earlier === 'string' && typeof later === 'string') return { ok: true, value: `${earlier},${later}` };
  return cannotJoin(earlier, later);
}

/** The later value may be a text of JSON; the earlier one may not, as Heat has it. */
function joinJson(earlier: ExactJson, later: ExactJson, deep: boolean): Joined {
  if (typeof later !== 'string' || later === '') return joinMaps(earlier, later, deep);
  const read = readJsonWithin(DEFAULT_LIMITS.nesting, later, 'valid JSON');
  return read.ok ? joinMaps(earlier, read.value, deep) : refuse(`the text is not ${read.expected}`);
}

/** What is nothing gives way to whatever comes; an entry that is `null` changes nothing. */
function joinMaps(earlier: ExactJson, later: ExactJson, deep: boolean): Joined {
  if (!isTruthy(earlier)) return { ok: true, value: later };
  if (!isObject(later)) return cannotJoin(earlier, later);
  const changes = Object.entries(later).filter(([, value]) => value !== null);
  if (changes.length === 0) return { ok: true, value: earlier };
  if (!isObject(earlier)) return cannotJoin(earlier, later);
  const entries = new Map(Object.entries(earlier));
  for (const [key, value] of changes) {
    const joined = deep ? joinEntry(own(earlier, key), value) : { ok: true as const, value };
    if (!joined.ok) return joined;
    entries.set(key, joined.value);
  }
  return { ok: true, value: objectOf(entries) };
}

function joinEntry(earlier: ExactJson | undefined, later: ExactJson): Joined {
  if (isObject(later)) return joinMaps(earlier ?? {}, later, true);
  if (Array.isArray(later)) return joinLists(earlier ?? [], later);
  if (typeof later === 'string') return joinTexts(earlier === undefined ? '' : earlier, later);
  return { ok: true, value: later };
}

function cannotJoin(earlier: ExactJson, later: ExactJson): Joined {
  return refuse(`${kindOf(earlier)} and ${kindOf(later)} cannot be joined`);
}

function refuse(reason: string): Joined {
  return { ok: false, reason };
}
