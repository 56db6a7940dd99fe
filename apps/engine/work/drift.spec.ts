import type { JsonObject } from '#contracts';
import type { Observation } from '#resources';
import { describeDrift, isDrift } from './drift';

const found = (properties: JsonObject): Observation => ({ outcome: 'found', properties });
const open = { hidden: [], shows: () => true };

describe('a drift', () => {
  it.each<[string, JsonObject, JsonObject]>([
    ['the same', { a: 1, b: [{ c: 'x' }] }, { b: [{ c: 'x' }], a: 1 }],
    ['not observed', { a: 1, b: 2 }, { a: 1 }],
    ['not there, and was not wanted', { a: 1 }, { a: 1, b: null }],
    ['null, and was wanted as null', { a: null }, { a: null }],
  ])('is none where it is %s', (_, made, observed) => {
    expect(isDrift(made, found(observed))).toBe(false);
  });

  it('tells of each property what it is and should be', () => {
    const observation = found({ a: 2, b: null, d: 'new', c: 'same' });
    expect(isDrift({ a: 1, b: 'x', c: 'same' }, observation)).toBe(true);
    expect(describeDrift({ a: 1, b: 'x', c: 'same' }, observation, open)).toEqual({
      reason:
        'it is not as it was made: `a` is 2, and should be 1; `b` is null, and should be "x"; `d` is "new", and should be null',
      properties: [
        { property: 'a', expected: '1', found: '2' },
        { property: 'b', expected: '"x"', found: 'null' },
        { property: 'd', expected: 'null', found: '"new"' },
      ],
    });
  });

  it('is that it is gone, or broken and why', () => {
    expect(isDrift({}, { outcome: 'gone' })).toBe(true);
    expect(describeDrift({}, { outcome: 'gone' }, open)).toEqual({ reason: 'it is gone', properties: [] });
    expect(
      describeDrift({}, { outcome: 'broken', reason: 'no disk at s3cret' }, { ...open, hidden: ['s3cret'] }),
    ).toEqual({ reason: 'it is broken: no disk at ******', properties: [] });
  });

  it('shows neither value where something hidden was expected, or is found', () => {
    const masked = { property: 'a', expected: '******', found: '******' };
    const drift = (expected: string, observed: string, shows = true): unknown =>
      describeDrift({ a: expected }, found({ a: observed }), { hidden: ['s3"cret'], shows: () => shows }).properties;
    expect(drift('s3"cret', 'another')).toEqual([masked]);
    expect(drift('another', 'with s3"cret in it')).toEqual([masked]);
    expect(drift('derived', 'another', false)).toEqual([masked]);
    expect(drift('one', 'another')).toEqual([{ property: 'a', expected: '"one"', found: '"another"' }]);
  });

  it('cuts what is long', () => {
    const [property] = describeDrift({ a: 'x'.repeat(1_000) }, found({ a: 1 }), open).properties;
    expect(property!.expected).toHaveLength(301);
  });
});
