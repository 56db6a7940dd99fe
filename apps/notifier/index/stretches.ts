import type { Stretch } from '#messaging';

/** An event as it stands in the log. */
export interface LoggedEvent {
  rootId: string;
  sequence: number;
  offset: number;
}

/** A stretch that is to be stored; told apart from others of its root by its first offset. */
export interface RootStretch extends Stretch {
  rootId: string;
}

/**
 * Others' events that may lie between two of a stretch: reading over so many costs about as much as seeking again. The
 * fewer there may be, the more rows the index has.
 */
export const MOST_BETWEEN = 64;

/** Offsets that a stretch may span, so that the end of a long one is not read from its beginning. */
export const LONGEST = 1_000;

/**
 * Adds events to the index, in the order of the log.
 * @param last each root's last stretch as far as it has one; brought up to date in place
 * @returns the stretches that are new or longer
 */
export function addToStretches(last: Map<string, RootStretch>, events: readonly LoggedEvent[]): RootStretch[] {
  const changed = new Set<RootStretch>();
  for (const event of events) {
    const before = last.get(event.rootId);
    if (before && isRepeat(before, event)) continue;
    if (before && continues(before, event)) {
      before.lastOffset = event.offset;
      before.lastSequence = event.sequence;
      changed.add(before);
    } else {
      const stretch = startStretch(event);
      last.set(event.rootId, stretch);
      changed.add(stretch);
    }
  }
  return [...changed];
}

/**
 * What is left of a stretch when the log has dropped its beginning: from the first event on that is still there with
 * all that follow it. Undefined: nothing is.
 * @param events the root's events at offsets of the stretch that are still there, in the order of the log
 */
export function trimStretch(stretch: RootStretch, events: readonly LoggedEvent[]): RootStretch | undefined {
  let rest: RootStretch | undefined;
  for (const event of events) {
    if (rest && isRepeat(rest, event)) continue;
    if (rest?.lastSequence === event.sequence - 1)
      rest = { ...rest, lastOffset: event.offset, lastSequence: event.sequence };
    else rest = startStretch(event);
  }
  // What is repeated here may have been first seen in what was dropped: then the rest does not reach the end.
  if (rest?.lastSequence !== stretch.lastSequence) return undefined;
  return { ...stretch, firstOffset: rest.firstOffset, firstSequence: rest.firstSequence };
}

/** Readers ignore what is not above the last they saw; so does the index. */
function isRepeat(stretch: RootStretch, event: LoggedEvent): boolean {
  return event.sequence <= stretch.lastSequence;
}

function continues(stretch: RootStretch, event: LoggedEvent): boolean {
  return (
    event.sequence === stretch.lastSequence + 1 &&
    event.offset - stretch.lastOffset <= MOST_BETWEEN + 1 &&
    event.offset - stretch.firstOffset < LONGEST
  );
}

function startStretch({ rootId, offset, sequence }: LoggedEvent): RootStretch {
  return { rootId, firstOffset: offset, lastOffset: offset, firstSequence: sequence, lastSequence: sequence };
}
