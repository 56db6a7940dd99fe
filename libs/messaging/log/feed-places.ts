import { PARTITIONS } from '../topology';
import type { LogPosition } from './log-reading';

/** The last place that was handed on, of each partition that has a log. */
export type FeedPlaces = ReadonlyMap<number, LogPosition>;

const RADIX = 36;
const PLACE = '(?:[0-9a-z]{1,11}\\.[0-9a-z]{1,11})?';
const TOKEN = new RegExp(`^(?:${PLACE}-){${PARTITIONS - 1}}${PLACE}$`);

/** A token that says where to listen on: epoch and offset of each partition. Its form is nobody's business. */
export function tokenOf(places: FeedPlaces): string {
  return Array.from({ length: PARTITIONS }, (_, partition) => {
    const place = places.get(partition);
    // Before the first offset stands -1.
    return place ? `${place.epoch.toString(RADIX)}.${(place.offset + 1).toString(RADIX)}` : '';
  }).join('-');
}

/** Reads a token; undefined: it is none. */
export function placesIn(token: string): FeedPlaces | undefined {
  if (!TOKEN.test(token)) return undefined;
  const places = new Map<number, LogPosition>();
  for (const [partition, text] of token.split('-').entries()) {
    if (text === '') continue;
    const [epoch = Number.NaN, next = Number.NaN] = text.split('.').map((digits) => Number.parseInt(digits, RADIX));
    if (!Number.isSafeInteger(epoch) || !Number.isSafeInteger(next)) return undefined;
    places.set(partition, { epoch, offset: next - 1 });
  }
  return places;
}
