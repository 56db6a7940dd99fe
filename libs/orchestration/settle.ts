import type { RunnableAction } from '#contracts';
import { isSpent } from './counters';
import type { Counters } from './counters';

export interface OperationState {
  readonly action: RunnableAction;
  readonly counters: Readonly<Counters>;
  /** What went wrong first, or null. */
  readonly firstFailure: string | null;
  /** Whether a CREATE or UPDATE that failed is undone. */
  readonly rollback: boolean;
}

/** What becomes of an operation and its stack when the last of its nodes is done. */
export type Settlement =
  | { readonly outcome: 'open' }
  | { readonly outcome: 'complete'; readonly reason: string }
  | { readonly outcome: 'gone'; readonly reason: string }
  | { readonly outcome: 'failed'; readonly reason: string }
  | { readonly outcome: 'roll-back'; readonly reason: string };

/** Decides whether an operation is at its end, and at which. */
export function settle(operation: OperationState): Settlement {
  if (!isSpent(operation.counters)) return { outcome: 'open' };
  const { action, firstFailure, counters } = operation;
  if (counters.failed + counters.cancelled === 0 && firstFailure === null) {
    const reason = `Stack ${action} completed successfully`;
    return action === 'DELETE' ? { outcome: 'gone', reason } : { outcome: 'complete', reason };
  }
  const reason = firstFailure ?? `Stack ${action} failed`;
  const canRollBack = action === 'CREATE' || action === 'UPDATE';
  return canRollBack && operation.rollback ? { outcome: 'roll-back', reason } : { outcome: 'failed', reason };
}

/** What becomes of the nodes that clean up and wait for all others. */
export type CleanupTurn = 'none' | 'wait' | 'begin' | 'give-up';

/** Decides it: they begin when all that goes forward has ended well, and never where something went wrong. */
export function cleanupTurn(
  { counters, firstFailure }: Pick<OperationState, 'counters' | 'firstFailure'>,
  held: number,
): CleanupTurn {
  if (held === 0) return 'none';
  const ended = counters.done + counters.failed + counters.cancelled;
  if (ended < counters.total - held) return 'wait';
  return counters.failed + counters.cancelled === 0 && firstFailure === null ? 'begin' : 'give-up';
}
