import type { RootId } from '#contracts';
import { readBeginning, sequenceIn } from './event-position';

const ROOT = '6f1c2d3e-0000-4000-8000-000000000001' as RootId;

describe('sequenceIn', () => {
  it.each([
    [`${ROOT}.12`, 12],
    [`${ROOT.toUpperCase()}.12`, 12],
    [`${ROOT}.0`, undefined],
    [`${ROOT}.x`, undefined],
    [`${ROOT}.9999999999999999`, undefined],
    ['other.12', undefined],
    ['', undefined],
  ])('reads %s as %s', (id, sequence) => {
    expect(sequenceIn(id, ROOT)).toBe(sequence);
  });
});

describe('readBeginning', () => {
  it('takes Last-Event-ID before since', () => {
    expect(readBeginning(`${ROOT}.3`, '2026-01-01T00:00:00Z', ROOT)).toEqual({ after: 3, since: undefined });
  });

  it('takes an id or a time for since', () => {
    expect(readBeginning(undefined, `${ROOT}.4`, ROOT)).toEqual({ after: 4, since: undefined });
    const since = new Date('2026-01-01T00:00:00.500Z');
    expect(readBeginning(undefined, '2026-01-01T01:00:00.5+01:00', ROOT)).toEqual({ after: 0, since });
  });

  it('begins with all that is retained where nothing is said', () => {
    expect(readBeginning(undefined, undefined, ROOT)).toEqual({ after: 0, since: undefined });
    expect(readBeginning('', undefined, ROOT)).toEqual({ after: 0, since: undefined });
  });

  it.each(['yesterday', '2026-13-01T00:00:00Z', '2026', 'other.1'])('refuses %s', (text) => {
    expect(() => readBeginning(undefined, text, ROOT)).toThrow('since must be');
    expect(() => readBeginning(text, undefined, ROOT)).toThrow('last-event-id must be');
  });
});
