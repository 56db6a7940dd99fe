import fc from '../../../test/support/fast-check';
import { findCycle } from './find-cycle';

/** `'a -> b, b -> a'`: a depends on b. */
function graph(text: string): Map<string, string[]> {
  const edges = text.split(', ').map((edge) => edge.split(' -> '));
  const names = [...new Set(edges.flat())];
  return new Map(names.map((name) => [name, edges.filter(([from]) => from === name).map(([, to]) => to!)]));
}

describe('finding a circle among dependencies', () => {
  it.each([
    ['a -> a', ['a', 'a']],
    ['a -> b, b -> a', ['a', 'b', 'a']],
    ['x -> a, a -> b, b -> c, c -> a, c -> d', ['a', 'b', 'c', 'a']],
    ['a -> b, b -> c, c -> b', ['b', 'c', 'b']],
  ])('finds that of %s', (text, cycle) => {
    expect(findCycle(graph(text))).toEqual(cycle);
  });

  it.each(['a -> b', 'a -> b, a -> c, b -> d, c -> d'])('finds none in %s', (text) => {
    expect(findCycle(graph(text))).toBeUndefined();
  });

  it('ignores names that are nobody’s', () => {
    expect(findCycle(new Map([['a', ['elsewhere']]]))).toBeUndefined();
  });

  it('finds one just where the names cannot be put in an order, and it is one', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const edges = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { maxLength: 8 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const dependencies = new Map(
          names.map((name) => [name, pairs.filter(([from]) => from === name).map(([, to]) => to)]),
        );
        const cycle = findCycle(dependencies);
        for (let left = new Set(names); left.size > 0;) {
          const leaf = [...left].find((name) => dependencies.get(name)!.every((other) => !left.has(other)));
          if (leaf === undefined) {
            expect(cycle?.[0]).toBe(cycle?.at(-1));
            for (const [index, name] of cycle!.slice(0, -1).entries()) {
              expect(dependencies.get(name)).toContain(cycle![index + 1]);
            }
            return;
          }
          left = new Set([...left].filter((name) => name !== leaf));
        }
        expect(cycle).toBeUndefined();
      }),
    );
  });
});
