import type { YaqlFunction } from '../runtime/yaql-function';
import { isTrue } from '../values/truth';
import type { YaqlValue } from '../values/value';
import { fn, method, required, rest, stream, takingPairs } from './define';
import { BRANCH, INTEGER, LAMBDA } from './types';
import type { Lambda } from './types';

/** Functions that choose among expressions, and evaluate no more of them than they must. */
export const BRANCHING: readonly YaqlFunction[] = [
  takingPairs(
    fn('switch', [rest('args', BRANCH)], ([branches]) => {
      const branch = branches.find((candidate) => isTrue(candidate.source()));
      return branch === undefined ? null : branch.destination();
    }),
  ),
  fn('selectCase', [rest('args', LAMBDA)], ([cases]) => {
    const index = cases.findIndex((condition) => isTrue(condition()));
    return BigInt(index === -1 ? cases.length : index);
  }),
  fn('selectAllCases', [rest('args', LAMBDA)], ([cases], call) => stream(call, trueOnes(cases))),
  fn('examine', [rest('args', LAMBDA)], ([cases], call) => stream(call, truths(cases))),
  method('switchCase', [required('case', INTEGER), rest('args', LAMBDA)], ([index, cases]) => {
    const chosen = index >= 0n && index < cases.length ? cases[Number(index)] : cases.at(-1);
    return chosen?.() ?? null;
  }),
  fn('coalesce', [rest('args', LAMBDA)], ([cases]) => {
    for (const candidate of cases) {
      const value = candidate();
      if (value !== null) return value;
    }
    return null;
  }),
];

function* trueOnes(cases: readonly Lambda[]): Generator<YaqlValue> {
  for (const [index, condition] of cases.entries()) if (isTrue(condition())) yield BigInt(index);
}

function* truths(cases: readonly Lambda[]): Generator<YaqlValue> {
  for (const condition of cases) yield isTrue(condition());
}
