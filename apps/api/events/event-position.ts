import type { RootId } from '#contracts';
import { parseEventId } from '#messaging';
import { Problem, invalidRequest } from '../problems/problem';

// RFC 3339; JavaScript's own parser takes much else.
const TIME = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$/;

/** Where a live stream begins: after a sequence number, or at a time. */
export interface Beginning {
  after: number;
  since: Date | undefined;
}

/** The sequence number in an event's id; `undefined`: it is no id of the root's events. */
export function sequenceIn(eventId: string, rootId: RootId): number | undefined {
  const place = parseEventId(eventId);
  return place?.rootId.toLowerCase() === rootId ? place.sequence : undefined;
}

/** Reads `Last-Event-ID`, or else `since`; with neither a stream begins with all that is retained. */
export function readBeginning(lastEventId: string | undefined, since: string | undefined, rootId: RootId): Beginning {
  if (lastEventId !== undefined && lastEventId !== '') {
    return { after: mustBeId(lastEventId, rootId, '/headers/last-event-id'), since: undefined };
  }
  if (since === undefined) return { after: 0, since: undefined };
  const time = TIME.test(since) ? new Date(since) : undefined;
  if (time && !Number.isNaN(time.getTime())) return { after: 0, since: time };
  return { after: mustBeId(since, rootId, '/query/since', ' or a time of RFC 3339'), since: undefined };
}

function mustBeId(text: string, rootId: RootId, path: string, alternative = ''): number {
  const sequence = sequenceIn(text, rootId);
  if (sequence !== undefined) return sequence;
  const detail = `${path.split('/').at(-1) ?? ''} must be the id of an event of this stack${alternative}`;
  throw new Problem(invalidRequest([{ path, detail }]));
}
