import { randomUUID } from 'node:crypto';
import { partitionOf } from './partition-of';

describe('partitionOf', () => {
  it('stays the same for an id', () => {
    expect(partitionOf('00000000-0000-4000-8000-0000deadbeef', 16)).toBe(15);
  });

  it('uses every partition', () => {
    const seen = new Set(Array.from({ length: 1_000 }, () => partitionOf(randomUUID(), 16)));
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, at) => at));
  });
});
