import { Problem, invalidRequest } from '../problems/problem';
import type { Keyset, SortColumn } from './keyset';
import { isUuid } from './uuid';

/** The 400 for a marker that no entry of the list has. */
export function unknownMarker(wanted: string): Problem {
  const detail = `marker is not known: follow the link to the next page, or give ${wanted} that this list has`;
  return new Problem(invalidRequest([{ path: '/query/marker', detail }]));
}

/** What no id begins with; a resource could be named so, but hardly with a place behind it. */
const SIGN = '~';

/**
 * The marker of a link to the next page. It holds the place where the last entry stood when it was seen: one that has
 * moved since, or is gone, would lead elsewhere or nowhere.
 */
export function markerOf(place: readonly string[], keyset: Keyset): string {
  return SIGN + Buffer.from(JSON.stringify([keyset.signature, ...place])).toString('base64url');
}

/**
 * The place after which a page begins; `undefined`: at the beginning. A marker is that of a link, or an entry's name.
 *
 * @param find answers the place of the entry that the marker names, or that there is none.
 */
export async function placeOfMarker(
  marker: string | undefined,
  { keyset, wanted, find }: { keyset: Keyset; wanted: string; find: (marker: string) => Promise<string[] | undefined> },
): Promise<string[] | undefined> {
  if (marker === undefined) return undefined;
  const place = readPlace(marker, keyset) ?? (await find(marker));
  if (!place) throw unknownMarker(wanted);
  return place;
}

function readPlace(marker: string, keyset: Keyset): string[] | undefined {
  if (!marker.startsWith(SIGN)) return undefined;
  const [signature, ...place] = readList(Buffer.from(marker.slice(SIGN.length), 'base64url').toString('utf8'));
  if (signature !== keyset.signature || place.length !== keyset.types.length) return undefined;
  const isWhole = keyset.types.every((type, at) => isOfType[type](place[at] ?? ''));
  return isWhole ? place : undefined;
}

function readList(text: string): string[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : [];
  } catch {
    return [];
  }
}

const TIME = /^([1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,6})?[+-](0\d|1[0-5]):[0-5]\d$/;

function isTime(text: string): boolean {
  const [, clock = ''] = TIME.exec(text) ?? [];
  const date = new Date(`${clock}Z`);
  // JavaScript takes the 30th of February for the 2nd of March, PostgreSQL for an error.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(clock);
}

/** Whether PostgreSQL takes a text for a value of that type: anybody may send any marker. */
const isOfType: Readonly<Record<SortColumn['type'], (text: string) => boolean>> = {
  text: (text) => !text.includes('\0'),
  uuid: isUuid,
  timestamptz: (text) => text === '-infinity' || isTime(text),
};
