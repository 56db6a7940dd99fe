/**
 * One item of each list at a time: in step, or nested in each other with the last list turning fastest.
 * No list may be empty.
 */
export function* combinations<T>(lists: readonly (readonly T[])[], inStep: boolean): Generator<readonly T[]> {
  const rounds = inStep ? (lists[0]?.length ?? 0) : lists.reduce((product, list) => product * list.length, 1);
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
