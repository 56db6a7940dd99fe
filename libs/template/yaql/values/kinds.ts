import type { Dictionary, Sequence, Stream, ValueSet, View, YaqlObject, YaqlValue } from './value';

export function isObject(value: YaqlValue): value is YaqlObject {
  return typeof value === 'object' && value !== null;
}

export function isKind<K extends YaqlObject['kind']>(
  value: YaqlValue,
  kind: K,
): value is Extract<YaqlObject, { kind: K }> {
  return isObject(value) && value.kind === kind;
}

export function isSequence(value: YaqlValue): value is Sequence {
  return isKind(value, 'sequence');
}

export function isDictionary(value: YaqlValue): value is Dictionary {
  return isKind(value, 'dictionary');
}

/** Sets, and the views of a map that are sets to Python. */
export function isSetLike(value: YaqlValue): value is ValueSet | View {
  return isKind(value, 'set') || (isKind(value, 'view') && value.shows !== 'values');
}

export function isIterator(value: YaqlValue): value is Stream | Extract<YaqlObject, { kind: 'memorized' }> {
  return isKind(value, 'stream') || isKind(value, 'memorized');
}

/** What functions go through item by item: not texts, and not maps. */
export type Collection = Extract<YaqlObject, Iterable<YaqlValue>>;

export function isCollection(value: YaqlValue): value is Collection {
  return isObject(value) && Symbol.iterator in value;
}

const KINDS: Readonly<Record<YaqlObject['kind'], string>> = {
  sequence: 'a list',
  dictionary: 'a map',
  set: 'a set',
  view: 'a view of a map',
  stream: 'an iterator',
  memorized: 'an iterator',
  ordering: 'an ordered list',
  pattern: 'a regular expression',
  moment: 'a point in time',
  span: 'a timespan',
  pair: 'a `key => value`',
  frame: 'a set of variables',
  blank: 'a value that is left out',
};

/** What kind of thing a value is, without saying more: safe for secrets. */
export function kindOf(value: YaqlValue): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return 'a boolean';
    case 'bigint':
      return 'an integer';
    case 'number':
      return 'a float';
    case 'string':
      return 'a text';
    default:
      return KINDS[value.kind];
  }
}
