import { randomUUID } from 'node:crypto';
import type { OperationId, Status } from '#contracts';
import { assertNever } from '#contracts';
import { startOperation } from '#entities';
import { cleanupTurn, settle } from '#orchestration';
import type { Settlement } from '#orchestration';
import type { RootTransaction } from '../database/root-transaction';
import { failInterrupted } from './fail-interrupted';
import { operationNotification, stackNotification } from './notifications';
import type { OperationRow } from './operation-row';
import { CANCEL_HELD, DROP_TIMERS, MAKE_CURRENT, RELEASE_HELD, SETTLE_STACKS } from './statements';

const DEFAULT_TIMEOUT_MINS = 60;

/** Computes and seals a stack's outputs from what its resources are now; null where it has none. */
export type SealOutputs = (transaction: RootTransaction, operation: OperationRow) => Promise<Buffer | null>;

type Ended = { operation: OperationRow; settlement: Exclude<Settlement, { outcome: 'open' }> };

/** Ends the operations of the transaction that have no node left, and says what becomes of their stacks. */
export async function settleOperations(transaction: RootTransaction, sealOutputs: SealOutputs): Promise<void> {
  for (const operation of transaction.ledger.all()) await turnToCleanup(transaction, operation);
  const ended = transaction.ledger.all().flatMap((operation): Ended[] => {
    if (operation.stage !== 'running' || operation.paused) return [];
    const { action, first_failure: firstFailure, disable_rollback: disabled } = operation;
    const settlement = settle({
      action,
      counters: operation,
      firstFailure,
      rollback: !disabled && !operation.cancelling && hasWayBack(operation),
    });
    return settlement.outcome === 'open' ? [] : [{ operation, settlement }];
  });
  if (ended.length === 0) return;
  for (const { operation, settlement } of ended) endOperation(transaction, operation, settlement);
  await transaction.session.rows(DROP_TIMERS, [ended.map(({ operation }) => operation.id)]);
  const current = ended.filter(({ operation }) => operation.current);
  await endStacks(
    transaction,
    current.filter(({ settlement }) => settlement.outcome !== 'roll-back'),
    sealOutputs,
  );
  for (const { operation, settlement } of current) {
    if (settlement.outcome === 'roll-back') await rollBack(transaction, operation, settlement.reason);
  }
}

/** Lets what cleans up go when all else has ended well, or gives it up. */
async function turnToCleanup(transaction: RootTransaction, operation: OperationRow): Promise<void> {
  if (operation.stage !== 'running') return;
  const { held, first_failure: firstFailure } = operation;
  const turn = cleanupTurn({ counters: operation, firstFailure }, held);
  if (turn === 'none' || turn === 'wait') return;
  operation.held = 0;
  if (turn === 'begin') {
    const [row] = await transaction.session.rows<{ ready: number }>(RELEASE_HELD, [operation.id]);
    transaction.ledger.move(operation.id, 'waiting', 'ready', row?.ready ?? 0);
  } else {
    await transaction.session.rows(CANCEL_HELD, [operation.id]);
    transaction.ledger.move(operation.id, 'waiting', 'cancelled', held);
  }
  transaction.ledger.touch(operation);
}

function endOperation(transaction: RootTransaction, operation: OperationRow, settlement: Ended['settlement']): void {
  operation.stage = 'settled';
  operation.status = statusOf(settlement);
  operation.status_reason = settlement.reason;
  transaction.ledger.touch(operation);
  transaction.tell(operation.root_id, operationNotification(operation, operation.status, settlement.reason));
}

/** A create is undone by a delete; an update needs something to go back to. */
function hasWayBack({ action, good_definition_id: good }: OperationRow): boolean {
  return action === 'CREATE' || good !== null;
}

/** Whether the stack is, after the operation, what its definition says. */
function makesStack({ action, definition_id: definition, good_definition_id: good }: OperationRow): boolean {
  return (
    action === 'CREATE' ||
    action === 'UPDATE' ||
    action === 'CONVERGE' ||
    (action === 'ROLLBACK' && definition === good)
  );
}

function isWhole(operation: OperationRow, { outcome }: Settlement): boolean {
  return outcome === 'complete' && makesStack(operation);
}

function statusOf(settlement: Ended['settlement']): Status {
  switch (settlement.outcome) {
    case 'complete':
    case 'gone':
      return 'COMPLETE';
    case 'failed':
    case 'roll-back':
      return 'FAILED';
    default:
      return assertNever(settlement);
  }
}

async function endStacks(
  transaction: RootTransaction,
  ended: readonly Ended[],
  sealOutputs: SealOutputs,
): Promise<void> {
  if (ended.length === 0) return;
  const outputs: (Buffer | null)[] = [];
  for (const { operation } of ended)
    outputs.push(makesStack(operation) ? await sealOutputs(transaction, operation) : null);
  await transaction.session.rows(SETTLE_STACKS, [
    ended.map(({ operation }) => operation.stack_id),
    ended.map(({ settlement }) => statusOf(settlement)),
    ended.map(({ settlement }) => settlement.reason),
    outputs,
    ended.map(({ settlement }) => settlement.outcome === 'gone'),
    ended.map(({ operation, settlement }) => (isWhole(operation, settlement) ? operation.definition_id : null)),
  ]);
  const failed = ended.filter(({ settlement }) => settlement.outcome === 'failed');
  await failInterrupted(
    transaction,
    failed.map(({ operation }) => operation.stack_id),
  );
  for (const { operation, settlement } of ended) {
    const state = { action: operation.action, status: statusOf(settlement) };
    transaction.tell(operation.root_id, stackNotification(operation, state, settlement.reason));
  }
}

/**
 * What a failed create made is deleted again, and what a failed update changed is changed back, by an operation of its
 * own with the stack's full time.
 */
async function rollBack(transaction: RootTransaction, failed: OperationRow, reason: string): Promise<void> {
  const id = randomUUID() as OperationId;
  const { session } = transaction;
  const isUpdate = failed.action === 'UPDATE';
  const because = `${isUpdate ? 'Update' : 'Create'} failed, rolling back: ${reason}`;
  const definitionId = (isUpdate ? failed.good_definition_id : null) ?? failed.definition_id;
  await startOperation((text, values) => session.rows(text, values), {
    id,
    stackId: failed.stack_id,
    rootId: failed.root_id,
    project: failed.project,
    definitionId,
    action: 'ROLLBACK',
    timeoutMins: failed.timeout_mins ?? DEFAULT_TIMEOUT_MINS,
    requestedBy: failed.requested_by,
    requestId: failed.request_id,
  });
  await session.rows(MAKE_CURRENT, [failed.stack_id, id, 'ROLLBACK', because, definitionId]);
  transaction.tell(failed.root_id, stackNotification(failed, { action: 'ROLLBACK', status: 'IN_PROGRESS' }, because));
  transaction.tell(failed.root_id, operationNotification({ ...failed, id, action: 'ROLLBACK' }, 'IN_PROGRESS', ''));
  transaction.effects.commands.push({ operation_id: id, stack_id: failed.stack_id, request_id: failed.request_id });
}
