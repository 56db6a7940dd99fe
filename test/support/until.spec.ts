import { until } from './until';

describe('until', () => {
  it('looks again until there is something, and answers it', async () => {
    const seen = [undefined, 0, '', 'found', 'never looked at'];
    expect(await until('something', () => seen.shift(), { everyMs: 0 })).toBe('found');
    expect(seen).toEqual(['never looked at']);
  });

  it('gives up with what was awaited and what was seen last', async () => {
    const waiting = until('the third', () => 0, { withinMs: 0, everyMs: 0 });
    await expect(waiting).rejects.toThrow('never came true within 0 ms: the third (last seen: 0)');
    const described = until('the end', () => false, { withinMs: 0, everyMs: 0, describe: () => 'the middle' });
    await expect(described).rejects.toThrow('the end (last seen: the middle)');
  });

  it('lets an error through at once, and looks no further', async () => {
    let looks = 0;
    const look = (): boolean => {
      looks += 1;
      throw new Error('broken');
    };
    await expect(until('anything', look)).rejects.toThrow('broken');
    expect(looks).toBe(1);
  });
});
