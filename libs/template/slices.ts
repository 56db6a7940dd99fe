/** Work that stops now and then, so that whoever runs it may see to something else before it goes on. */
export type Sliced<T> = Generator<undefined, T, void>;

/** So many items of a large section take a few milliseconds. */
const ITEMS_PER_SLICE = 250;

/** `items.map`, with a stop after each slice. */
export function* mapInSlices<Item, Result>(items: readonly Item[], map: (item: Item) => Result): Sliced<Result[]> {
  const results: Result[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % ITEMS_PER_SLICE === 0) yield;
    results.push(map(item));
  }
  return results;
}

/** Does all of the work at once. */
export function runToEnd<T>(work: Sliced<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
