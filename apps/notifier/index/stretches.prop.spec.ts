import fc from '../../../test/support/fast-check';
import { LONGEST, MOST_BETWEEN, addToStretches, trimStretch } from './stretches';
import type { LoggedEvent, RootStretch } from './stretches';

/**
 * A log as a notifier writes it: each root's sequences first appear in order; batches may be repeated; a new owner may
 * repeat what the old one told; where a log begins anew, or an event was lost, numbers are left out.
 */
const log = fc
  .array(
    fc.record({
      root: fc.nat({ max: 3 }),
      step: fc.oneof(
        { weight: 12, arbitrary: fc.constant('next' as const) },
        { weight: 2, arbitrary: fc.constant('repeat' as const) },
        { weight: 1, arbitrary: fc.constant('jump' as const) },
      ),
      back: fc.nat({ max: 5 }),
      /** Others' messages before this one, and the numbers that are left out where a segment ends. */
      between: fc.oneof({ weight: 8, arbitrary: fc.nat({ max: 3 }) }, { weight: 1, arbitrary: fc.nat({ max: 200 }) }),
    }),
    { maxLength: 120 },
  )
  .map((steps): LoggedEvent[] => {
    const last = [0, 0, 0, 0];
    let offset = -1;
    return steps.map(({ root, step, back, between }) => {
      offset += 1 + between;
      const sequence =
        step === 'repeat' ? Math.max(1, last[root]! - back) : last[root]! + (step === 'jump' ? 2 + back : 1);
      last[root] = Math.max(last[root]!, sequence);
      return { rootId: `root-${root}`, sequence, offset };
    });
  });

/** Indexes in batches, storing as the database does: a stretch with the same first offset takes the old one's place. */
function index(events: readonly LoggedEvent[], batchSize: number): RootStretch[] {
  const stored = new Map<string, RootStretch>();
  let last = new Map<string, RootStretch>();
  for (let at = 0; at < events.length; at += batchSize) {
    for (const stretch of addToStretches(last, events.slice(at, at + batchSize))) {
      stored.set(`${stretch.rootId} ${stretch.firstOffset}`, { ...stretch });
    }
    // Every other time the indexer has forgotten what it knew, and looks it up.
    if ((at / batchSize) % 2 === 0) last = lastOf([...stored.values()]);
  }
  return [...stored.values()];
}

function lastOf(stretches: readonly RootStretch[]): Map<string, RootStretch> {
  const last = new Map<string, RootStretch>();
  for (const stretch of stretches) {
    if ((last.get(stretch.rootId)?.firstOffset ?? -1) < stretch.firstOffset) last.set(stretch.rootId, { ...stretch });
  }
  return last;
}

/** What a reader of the whole log takes for a root's events: what is not above the last seen is ignored. */
function firstSights(events: readonly LoggedEvent[], rootId: string): LoggedEvent[] {
  const seen: LoggedEvent[] = [];
  for (const event of events) {
    if (event.rootId === rootId && event.sequence > (seen.at(-1)?.sequence ?? 0)) seen.push(event);
  }
  return seen;
}

const isWithin = ({ offset, rootId }: LoggedEvent, stretch: RootStretch): boolean =>
  rootId === stretch.rootId && offset >= stretch.firstOffset && offset <= stretch.lastOffset;

describe('addToStretches', () => {
  it('says where every first sight of an event lies, and nothing else', () => {
    fc.assert(
      fc.property(log, fc.integer({ min: 1, max: 40 }), (events, batchSize) => {
        const stretches = index(events, batchSize);
        const told = stretches.flatMap(({ rootId, firstSequence, lastSequence }) =>
          Array.from({ length: lastSequence - firstSequence + 1 }, (_, n) => `${rootId}.${firstSequence + n}`),
        );
        const seen = [0, 1, 2, 3].flatMap((root) => firstSights(events, `root-${root}`));
        expect([...told].sort()).toEqual(seen.map(({ rootId, sequence }) => `${rootId}.${sequence}`).sort());
        for (const event of seen) {
          const [stretch, ...others] = stretches.filter((candidate) => isWithin(event, candidate));
          expect(others).toEqual([]);
          expect(event.sequence).toBeGreaterThanOrEqual(stretch!.firstSequence);
          expect(event.sequence).toBeLessThanOrEqual(stretch!.lastSequence);
        }
      }),
    );
  });

  it('gives the same stretches however the log is cut into batches', () => {
    fc.assert(
      fc.property(log, fc.integer({ min: 1, max: 40 }), (events, batchSize) => {
        expect(index(events, batchSize)).toEqual(expect.arrayContaining(index(events, events.length + 1)));
      }),
    );
  });

  it('bounds what has to be read over, and how long a stretch is', () => {
    fc.assert(
      fc.property(log, (events) => {
        for (const stretch of index(events, 7)) {
          expect(stretch.lastOffset - stretch.firstOffset).toBeLessThan(LONGEST);
          const offsets = firstSights(events, stretch.rootId).filter((event) => isWithin(event, stretch));
          for (const [at, { offset }] of offsets.slice(1).entries()) {
            expect(offset - offsets[at]!.offset - 1).toBeLessThanOrEqual(MOST_BETWEEN);
          }
        }
      }),
    );
  });

  it('keeps the rows few: a root that is alone in the log has one for each thousand events', () => {
    const events = Array.from({ length: 10_000 }, (_, n) => ({ rootId: 'root', sequence: n + 1, offset: n }));
    expect(index(events, 128)).toHaveLength(10);
  });
});

describe('trimStretch', () => {
  it('leaves events that are all still there, in order and without a hole, up to the end', () => {
    fc.assert(
      fc.property(log, fc.nat({ max: 400 }), (events, firstOffset) => {
        for (const stretch of index(events, 1_000)) {
          if (stretch.firstOffset >= firstOffset || stretch.lastOffset < firstOffset) continue;
          const left = events.filter((event) => event.offset >= firstOffset && isWithin(event, stretch));
          const trimmed = trimStretch(stretch, left)!;
          expect(trimmed).toMatchObject({ lastOffset: stretch.lastOffset, lastSequence: stretch.lastSequence });
          const read = firstSights(
            left.filter((event) => isWithin(event, trimmed)),
            stretch.rootId,
          );
          expect(read[0]).toEqual({
            rootId: stretch.rootId,
            offset: trimmed.firstOffset,
            sequence: trimmed.firstSequence,
          });
          expect(read.map(({ sequence }) => sequence)).toEqual(
            Array.from(
              { length: trimmed.lastSequence - trimmed.firstSequence + 1 },
              (_, n) => trimmed.firstSequence + n,
            ),
          );
        }
      }),
    );
  });
});
