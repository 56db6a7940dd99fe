import { NODES_PER_MESSAGE } from '#contracts';
import type { NodeId, OperationId } from '#contracts';
import { inWindow, windowOf } from '#orchestration';
import type { Demand, WindowLimits } from '#orchestration';
import type { RootTransaction } from '../database/root-transaction';
import { claimNodes } from '../work/claim';
import type { Claimer } from '../work/claim';
import type { Room } from '../work/room';
import type { OperationRow } from './operation-row';
import { MARK_PUBLISHED, PUBLISH_SUSPECTS, SELECT_BEGUN, SELECT_READY } from './statements';

export interface Dispatcher extends Claimer {
  limits: WindowLimits;
  demandOf(project: string): Demand;
  /** Room of this engine, for ready nodes that it takes itself, without the broker. */
  room: Room;
}

export interface ReadyNode {
  id: NodeId;
  operation_id: OperationId;
}

/**
 * Lets ready nodes of the transaction's operations go, as far as each operation's window has room. Some are claimed
 * for this engine at once; the others are marked published, and are to be published after the commit.
 */
export async function dispatchReady(transaction: RootTransaction, dispatcher: Dispatcher): Promise<void> {
  const open = transaction.ledger.all().filter((operation) => isOpen(transaction, operation));
  const ready = [
    ...(await selectReady(
      transaction,
      open.filter(({ paused }) => !paused),
      dispatcher,
    )),
    ...(await selectBegun(
      transaction,
      open.filter(({ paused }) => paused),
    )),
  ];
  if (ready.length === 0) return;
  const here = ready.slice(0, takeRoom(transaction, ready.length, dispatcher.room));
  const elsewhere = ready.slice(here.length);
  await publish(transaction, elsewhere);
  const taken = await claimNodes(
    transaction,
    here.map(({ id }) => id),
    'ready',
    dispatcher,
  );
  transaction.effects.taken.push(...taken);
}

async function selectReady(
  { session }: RootTransaction,
  open: readonly OperationRow[],
  dispatcher: Dispatcher,
): Promise<ReadyNode[]> {
  const rooms = open
    .map((operation) => ({ operation, room: roomOf(operation, dispatcher) }))
    .filter(({ room }) => room > 0);
  if (rooms.length === 0) return [];
  return session.rows<ReadyNode>(SELECT_READY, [
    rooms.map(({ operation }) => operation.id),
    rooms.map(({ room }) => room),
  ]);
}

async function selectBegun({ session }: RootTransaction, open: readonly OperationRow[]): Promise<ReadyNode[]> {
  return open.length === 0 ? [] : session.rows<ReadyNode>(SELECT_BEGUN, [open.map(({ id }) => id)]);
}

/** No more than a message holds, so that other engines get their share of what is ready. */
function takeRoom(transaction: RootTransaction, wanted: number, room: Room): number {
  const taken = room.take(Math.min(wanted, NODES_PER_MESSAGE));
  transaction.effects.roomTaken += taken;
  transaction.onRollback(() => room.giveBack(taken));
  return taken;
}

function isOpen(transaction: RootTransaction, operation: OperationRow): boolean {
  return operation.stage === 'running' && operation.ready > 0 && !transaction.resting.has(operation.id);
}

function roomOf(operation: OperationRow, dispatcher: Dispatcher): number {
  return windowOf(dispatcher.demandOf(operation.project), dispatcher.limits) - inWindow(operation);
}

async function publish(transaction: RootTransaction, nodes: readonly ReadyNode[]): Promise<void> {
  if (nodes.length === 0) return;
  const ids = nodes.map(({ id }) => id);
  await transaction.session.rows(MARK_PUBLISHED, [ids]);
  for (const node of nodes) transaction.ledger.move(node.operation_id, 'ready', 'published');
  transaction.effects.publish.push(...ids);
}

/** Lets suspects go: never taken here unasked, so that each engine that gets one can see to it that it has no other. */
export async function publishSuspects(transaction: RootTransaction, nodes: readonly ReadyNode[]): Promise<void> {
  await transaction.ledger.load(nodes.map((node) => node.operation_id));
  const ids = nodes.map(({ id }) => id);
  for (const node of await transaction.session.rows<ReadyNode>(PUBLISH_SUSPECTS, [ids])) {
    transaction.ledger.move(node.operation_id, 'ready', 'published');
    transaction.effects.publish.push(node.id);
  }
}
