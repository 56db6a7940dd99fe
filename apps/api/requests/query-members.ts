import { applyDecorators } from '@nestjs/common';
import { IsOptional, ValidateBy } from 'class-validator';
import { schema } from '#contracts';
import type { Schema } from '#contracts';
import { sourceOf } from './pattern-source';

/** How the text of a query parameter becomes a value; `undefined`: it can't, and then `wanted` says what is wanted. */
export interface QueryKind {
  wanted: string;
  repeatable: boolean;
  /** What one text is, for the API's description. */
  schema: Schema;
  read(text: string): unknown;
}

/** What else is to be said of a parameter: its description, its default. */
export interface QueryNote {
  readonly description?: string;
  readonly default?: string | number | boolean;
}

const kinds = new WeakMap<object, Map<string, QueryKind>>();

/** The kind of each parameter that a query class declares. */
export function kindsOf(prototype: object): ReadonlyMap<string, QueryKind> {
  return kinds.get(prototype) ?? new Map<string, QueryKind>();
}

/** What stands for a text that could not be read, until the check names it. */
export const UNREADABLE = Symbol('unreadable');

function member(kind: QueryKind): PropertyDecorator {
  const remember: PropertyDecorator = (prototype, name) => {
    const known = kinds.get(prototype) ?? new Map<string, QueryKind>();
    kinds.set(prototype, known.set(String(name), kind));
  };
  const isReadable = (value: unknown): boolean => ![value].flat().includes(UNREADABLE);
  const check = ValidateBy({
    name: 'isReadable',
    validator: { validate: isReadable, defaultMessage: () => '$property must be ' + kind.wanted },
  });
  return applyDecorators(IsOptional(), check, remember);
}

const TEXT = { wanted: 'a text without U+0000', read: (text: string) => (text.includes('\0') ? undefined : text) };
const textSchema = (note: QueryNote): Schema => ({ ...schema.text(), pattern: '^[^\\u0000]*$', ...note });

/** A text, given once. */
export const QueryText = (note: QueryNote = {}): PropertyDecorator =>
  member({ ...TEXT, repeatable: false, schema: textSchema(note) });

/** Texts: the parameter may be given more than once. */
export const QueryTexts = (note: QueryNote = {}): PropertyDecorator =>
  member({ ...TEXT, repeatable: true, schema: textSchema(note) });

/** Words out of a closed set. */
export function QueryWords(words: readonly string[], note: QueryNote = {}): PropertyDecorator {
  const read = (text: string): string | undefined => words.find((word) => word === text.toUpperCase());
  return member({ wanted: `one of ${words.join(', ')}`, repeatable: true, read, schema: wordsSchema(words, note) });
}

/** One word out of a closed set, as it is written there. */
export function QueryChoice(words: readonly string[], note: QueryNote = {}): PropertyDecorator {
  const read = (text: string): string | undefined => words.find((word) => word === text.toLowerCase());
  return member({ wanted: `one of ${words.join(', ')}`, repeatable: false, read, schema: wordsSchema(words, note) });
}

const wordsSchema = (words: readonly string[], note: QueryNote): Schema => ({ ...schema.words(words), ...note });

/** Texts that match a pattern. */
export function QueryMatches(pattern: RegExp, wanted: string, note: QueryNote = {}): PropertyDecorator {
  const read = (text: string): string | undefined => (pattern.test(text) ? text.toLowerCase() : undefined);
  const shown = { ...schema.text(), pattern: sourceOf(pattern), ...note };
  return member({ wanted, repeatable: true, schema: shown, read });
}

const FLAGS: Readonly<Record<string, boolean>> = { true: true, false: false, '1': true, '0': false };

/** `true` or `false`. */
export function QueryFlag(note: QueryNote = {}): PropertyDecorator {
  const read = (text: string): boolean | undefined => FLAGS[text.toLowerCase()];
  return member({ wanted: 'true or false', repeatable: false, read, schema: { ...schema.flag(), ...note } });
}

/** A whole number within bounds. */
export function QueryInteger(min: number, max: number, note: QueryNote = {}): PropertyDecorator {
  const read = (text: string): number | undefined => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : undefined;
  };
  const shown = { ...schema.integer(), minimum: min, maximum: max, ...note };
  return member({ wanted: `a whole number from ${min} to ${max}`, repeatable: false, read, schema: shown });
}

/** How a list is sorted: `name:asc,created_at:desc`. */
export interface SortTerm {
  name: string;
  direction: 'asc' | 'desc';
}

/** Sort terms between commas over the given names, each once. */
export function QuerySort(names: readonly string[], note: QueryNote = {}): PropertyDecorator {
  const read = (text: string): SortTerm[] | undefined => {
    const terms = text.split(',').map((term) => readTerm(term, names));
    const known = terms.filter((term) => term !== undefined);
    const isWhole = known.length === terms.length && new Set(known.map(({ name }) => name)).size === known.length;
    return isWhole ? known : undefined;
  };
  const wanted = `terms like ${names[0] ?? ''}:desc between commas, over ${names.join(', ')}, each once`;
  const term = `(${names.join('|')})(:(asc|desc))?`;
  const shown = { ...schema.text(wanted), pattern: `^${term}(,${term})*$`, ...note };
  return member({ wanted, repeatable: false, read, schema: shown });
}

function readTerm(text: string, names: readonly string[]): SortTerm | undefined {
  const [name = '', direction = 'asc', ...rest] = text.split(':');
  if (!names.includes(name) || rest.length > 0) return undefined;
  return direction === 'asc' || direction === 'desc' ? { name, direction } : undefined;
}
