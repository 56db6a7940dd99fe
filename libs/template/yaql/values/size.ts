import type { YaqlObject, YaqlValue } from './value';
import { slotsFor } from './set-table';
import { textLength } from '../../text/length';

/** What CPython 3.11's `sys.getsizeof` says of objects whose size does not depend on what they hold. */
const FIXED: Readonly<Record<Exclude<YaqlObject['kind'], 'sequence' | 'dictionary' | 'set' | 'pattern'>, number>> = {
  view: 40,
  stream: 176,
  memorized: 56,
  ordering: 56,
  moment: 48,
  span: 40,
  pair: 56,
  frame: 56,
  blank: 56,
};
const FROZEN_MAP = 56;
export const EMPTY_LIST = 56;
export const EMPTY_TEXT = 49;

/** The size of a value in bytes as CPython counts it: of a list or map without what stands in it. */
export function sizeOf(value: YaqlValue): number {
  if (value === null) return 16;
  switch (typeof value) {
    case 'boolean':
      return 28;
    case 'bigint':
      return integerSize(value);
    case 'number':
      return 24;
    case 'string':
      return textSize(value);
    default:
      return objectSize(value);
  }
}

/** Integers have 30 bits in 4 bytes. */
function integerSize(value: bigint): number {
  return 24 + 4 * Math.max(1, Math.ceil(bitLength(value) / 30));
}

/** How many bits an integer takes without its sign. */
export function bitLength(value: bigint): number {
  const [first = '0', ...rest] = (value < 0n ? -value : value).toString(16);
  return rest.length * 4 + 32 - Math.clz32(Number.parseInt(first, 16));
}

/** All characters of a text take as many bytes as the widest. */
function textSize(text: string): number {
  const width = widthOf(text);
  if (width === 0) return EMPTY_TEXT + text.length;
  return width === 1 ? 73 + text.length : (width === 2 ? 74 : 76) + width * textLength(text);
}

/** Of the widest character; 0 where all are ASCII. */
function widthOf(text: string): 0 | 1 | 2 | 4 {
  // eslint-disable-next-line no-control-regex -- all of ASCII, and all of Latin-1
  if (/^[\x00-\x7f]*$/.test(text)) return 0;
  // eslint-disable-next-line no-control-regex -- all of ASCII, and all of Latin-1
  if (/^[\x00-\xff]*$/.test(text)) return 1;
  return textLength(text) === text.length ? 2 : 4;
}

function objectSize(value: YaqlObject): number {
  switch (value.kind) {
    case 'sequence':
      return value.isTuple ? 40 + 8 * value.items.length : listSize(value.items.length, value.reserved);
    case 'dictionary':
      return value.isFrozen ? FROZEN_MAP : mapSize(value.entries.size, [...value.entries.values()].every(isNamed));
    case 'set':
      return tableSize(value.slots);
    case 'pattern':
      return 152 + 16 * value.source.length;
    default:
      return FIXED[value.kind];
  }
}

function isNamed([key]: readonly [YaqlValue, YaqlValue]): boolean {
  return typeof key === 'string';
}

/** A list that grows item by item takes room for some more each time. */
export function listSize(items: number, reserved = 0): number {
  let room = reserved;
  while (room < items) room = (room + 1 + ((room + 1) >> 3) + 6) & ~3;
  return EMPTY_LIST + 8 * room;
}

/** Of a set to which so many members were added one by one. */
export function setSize(members: number): number {
  return tableSize(slotsFor(members));
}

/** The smallest table is part of the set itself. */
function tableSize(slots: number): number {
  return 216 + (slots === 8 ? 0 : slots * 16);
}

/** A plain map: a table of indices of 1, 2 or 4 bytes, two thirds of which can be used, and the entries. */
export function mapSize(entries: number, hasNamesOnly: boolean): number {
  if (entries === 0) return 64;
  let slots = 8;
  while (entries > Math.floor((slots * 2) / 3)) slots *= 2;
  const index = slots < 256 ? 1 : slots < 65_536 ? 2 : 4;
  return 96 + slots * index + Math.floor((slots * 2) / 3) * (hasNamesOnly ? 16 : 24);
}
