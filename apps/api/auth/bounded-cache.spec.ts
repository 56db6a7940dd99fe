import { BoundedCache } from './bounded-cache';

describe('what is remembered', () => {
  it('is forgotten at its time', () => {
    const cache = new BoundedCache<string>(2);
    cache.set('a', 'x', 10);
    expect([cache.get('a', 9), cache.get('a', 10)]).toEqual(['x', undefined]);
  });

  it('is the newest of what there was too much of', () => {
    const cache = new BoundedCache<number>(2);
    ['a', 'b', 'b'].forEach((key, value) => cache.set(key, value, 10));
    expect(['a', 'b'].map((key) => cache.get(key, 0))).toEqual([0, 2]);
    cache.set('a', 3, 10);
    cache.set('c', 4, 10);
    expect(['a', 'b', 'c'].map((key) => cache.get(key, 0))).toEqual([3, undefined, 4]);
  });
});
