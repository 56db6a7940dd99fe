/** How many combinations there are: as many as items in each list, or as pairs of them. */
export function countCombinations(lists: readonly (readonly unknown[])[], inStep: boolean): number {
  const lengths = lists.map((list) => list.length);
  return inStep
    ? lengths.reduce((most, length) => Math.max(most, length), 0)
    : lengths.reduce((product, length) => product * length, 1);
}

/**
 * One item of each list at a time: in step, or nested in each other with the last list turning fastest.
 * Lists that go in step must be equally long.
 */
export function* combinations<T>(lists: readonly (readonly T[])[], inStep: boolean): Generator<readonly T[]> {
  const rounds = countCombinations(lists, inStep);
  for (let round = 0; round < rounds; round += 1) {
    yield inStep ? lists.flatMap((list) => list.slice(round, round + 1)) : nested(lists, round);
  }
}

/** The digits of the round's number, each list being as many as it has items. */
function nested<T>(lists: readonly (readonly T[])[], round: number): T[] {
  let rest = round;
  const items = lists.toReversed().flatMap((list) => {
    const index = rest % list.length;
    rest = Math.floor(rest / list.length);
    return list.slice(index, index + 1);
  });
  return items.reverse();
}
