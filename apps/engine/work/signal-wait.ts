import type { SecretBox } from '#entities';
import type { StepAnswer } from '#resources';
import type { Change, ChangeOf } from '../commit/change';
import type { AwaitedSignals } from './awaited-signals';
import { timeLeftMs } from './claimed-node';
import type { ClaimedNode } from './claimed-node';
import { failed, TIMED_OUT } from './failed-step';

/** Parks a node until a signal comes. A wait without an end of its own ends with the step's time. */
export function waitsForSignals(
  node: ClaimedNode,
  answer: Extract<StepAnswer, { outcome: 'wait' }>,
  awaited: AwaitedSignals | undefined,
  secrets: SecretBox,
): Change {
  const ms = answer.atMostMs ?? null;
  if (ms === null && timeLeftMs(node, performance.now()) <= 0) return failed(node, TIMED_OUT);
  const { of = node.resource_id, seen = 0 } = awaited ?? {};
  return {
    kind: 'park',
    rootId: node.root_id,
    node,
    sealedState: secrets.seal(answer.state),
    physicalId: null,
    wait: { ms, deliberate: ms !== null, signals: { of, seen } },
  };
}

/** Who goes takes the signals along that it was told: what waits for the same handle after it waits for others. */
export function forgetting(change: ChangeOf<'done'>, awaited: AwaitedSignals | undefined): ChangeOf<'done'> {
  return change.node.phase === 'cleanup' && awaited ? { ...change, forgets: awaited.of } : change;
}
