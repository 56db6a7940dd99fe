import type { Json } from '#contracts';
import type { SecretBox } from '#entities';
import { ResourceFailure } from '#resources';
import type { AgainAnswer, Observation } from '#resources';
import type { Change } from '../commit/change';
import { timeLeftMs } from './claimed-node';
import type { ClaimedNode } from './claimed-node';
import { failed, LOOK_TIMED_OUT, TIMED_OUT } from './failed-step';
import { isLook } from './look';

/** A wait of so many milliseconds or more is a timer in the database, so that the node can be superseded and costs nothing. */
const PARK_FROM_MS = 1_000;

/** What a node's step came to, before it is committed. */
export type StepEnd =
  | { readonly change: Change; readonly goesOnIn?: { readonly ms: number; readonly state: Json } }
  /** It was only looked at. */
  | { readonly observation: Observation };

/** The step is to be called again: soon, by this worker, or later, by any. */
export function goOn(node: ClaimedNode, answer: AgainAnswer, secrets: SecretBox): StepEnd {
  const wait = { ms: answer.afterMs, deliberate: answer.deliberate ?? false };
  if (!wait.deliberate && timeLeftMs(node, performance.now()) <= 0) return late(node, TIMED_OUT);
  const stored = {
    rootId: node.root_id,
    node,
    sealedState: secrets.seal(answer.state),
    physicalId: answer.physicalId ?? null,
  };
  if (wait.ms >= PARK_FROM_MS) return { change: { kind: 'park', ...stored, wait } };
  return { change: { kind: 'keep', ...stored }, goesOnIn: { ms: answer.afterMs, state: answer.state } };
}

/** The step's time is over. A look that took too long did nothing. */
export function late(node: ClaimedNode, reason: string): StepEnd {
  if (isLook(node)) throw new ResourceFailure(LOOK_TIMED_OUT);
  return { change: failed(node, reason) };
}
