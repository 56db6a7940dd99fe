/**
 * A part of a log stream in which some of one root's events lie, others' between them. Within a stretch the sequence
 * numbers have no hole, and each event lies behind the one before it.
 */
export interface Stretch {
  firstOffset: number;
  lastOffset: number;
  firstSequence: number;
  lastSequence: number;
}

/** Offsets to be read, both ends included. */
export interface Segment {
  from: number;
  to: number;
  /** How many of the root's events lie there. */
  events: number;
}

/** Sequence numbers that are wanted: above `after`, up to `upTo`. */
export interface Wanted {
  after: number;
  upTo: number;
}

/** What has to be read of these stretches, in order, to see all wanted events that lie in them. */
export function planSegments(stretches: readonly Stretch[], wanted: Wanted): Segment[] {
  const segments: Segment[] = [];
  for (const stretch of stretches) {
    const first = Math.max(stretch.firstSequence, wanted.after + 1);
    const last = Math.min(stretch.lastSequence, wanted.upTo);
    if (first > last) continue;
    // Between two events lie at least the events whose numbers are between theirs.
    segments.push({
      from: stretch.firstOffset + (first - stretch.firstSequence),
      to: stretch.lastOffset - (stretch.lastSequence - last),
      events: last - first + 1,
    });
  }
  return segments;
}

/** How many segments, from the first on, are read at once: enough for so many events, but no more than `most`. */
export function waveLength(segments: readonly Segment[], events: number, most: number): number {
  let length = 0;
  let expected = 0;
  while (length < segments.length && length < most && (length === 0 || expected < events)) {
    expected += segments[length]?.events ?? 0;
    length += 1;
  }
  return length;
}
