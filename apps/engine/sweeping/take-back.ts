import type { NodeId, OperationId, RootId, WorkerId } from '#contracts';
import { finishNodes, releaseNodes } from '../commit/finish-nodes';
import { underRoots } from '../database/root-transaction';
import type { Effects, RootTransaction } from '../database/root-transaction';
import { withSession } from '../database/session';
import { dispatchReady } from '../operations/dispatch';
import { failInterrupted } from '../operations/fail-interrupted';
import { settleOperations } from '../operations/settle-operations';
import { claimNodes } from '../work/claim';
import { MOST_ATTEMPTS } from '../work/claimed-node';
import { failed, TIMED_OUT } from '../work/failed-step';
import { byRoot } from './by-root';
import { DROP_ORPHANS, FIND_LOST, FIND_OVERDUE, FIND_OWN, GIVE_UP_OWN, TAKE_BACK, TAKE_OVERDUE } from './statements';
import type { SweepTools } from './sweep-tools';

/** How long after a step's deadline its own worker has to end it: twice as long as that takes at most. */
const OVERDUE_SECONDS = 20;

interface Held {
  id: NodeId;
  token: number;
  root_id: RootId;
}

interface TakenBack {
  id: NodeId;
  operation_id: OperationId;
  attempts: number;
}

/** Takes nodes back from workers whose lease ran out, under a new token, and lets them go again. */
export async function takeBackLostNodes(tools: SweepTools): Promise<Effects[]> {
  const lease = tools.leaseMs / 1_000;
  const lost = await withSession(tools.database, (session) => session.rows<Held>(FIND_LOST, [lease]));
  if (lost.length === 0) return [];
  tools.log.warn({ nodes: lost.length }, 'taking back the nodes of a worker that is gone');
  const take: Take = (transaction, nodes) => {
    const ids = nodes.map(({ id }) => id);
    return transaction.session.rows<TakenBack>(TAKE_BACK, [ids, lease]);
  };
  return takeBack(tools, lost, take, ({ attempts }) => (attempts >= MOST_ATTEMPTS ? WORN_OUT : undefined));
}

/** Fails the steps whose time is long over and whose worker, though its lease is good, has not ended them. */
export async function failOverdueNodes(tools: SweepTools): Promise<Effects[]> {
  const lease = tools.leaseMs / 1_000;
  const overdue = await withSession(tools.database, (session) =>
    session.rows<Held>(FIND_OVERDUE, [OVERDUE_SECONDS, lease]),
  );
  if (overdue.length === 0) return [];
  tools.log.warn({ nodes: overdue.length }, 'failing steps that their worker does not end');
  const take: Take = (transaction, nodes) => {
    const ids = nodes.map(({ id }) => id);
    return transaction.session.rows<TakenBack>(TAKE_OVERDUE, [ids, OVERDUE_SECONDS, lease]);
  };
  return takeBack(tools, overdue, take, () => TIMED_OUT);
}

/**
 * Finds nodes that the database says this worker holds and that the worker knows nothing of: the connection broke
 * when their claim was committed, so that nobody heard of it. A node counts only when the sweep before saw it too,
 * since a claim that was just committed is not known here yet.
 */
export class ForgottenClaims {
  private suspects = new Set<string>();

  constructor(private readonly tools: SweepTools & { workerId: WorkerId; holds(claim: Held): boolean }) {}

  async takeBack(): Promise<Effects[]> {
    const { tools } = this;
    const own = await withSession(tools.database, (session) => session.rows<Held>(FIND_OWN, [tools.workerId]));
    const unknown = own.filter((claim) => !tools.holds(claim));
    const forgotten = unknown.filter((claim) => this.suspects.has(keyOf(claim)));
    this.suspects = new Set(unknown.map(keyOf));
    if (forgotten.length === 0) return [];
    tools.log.warn({ nodes: forgotten.length }, 'taking back claims whose commit was never answered');
    return takeBack(tools, forgotten, (transaction, nodes) => {
      const values = [nodes.map(({ id }) => id), nodes.map(({ token }) => token), tools.workerId];
      return transaction.session.rows<TakenBack>(GIVE_UP_OWN, values);
    });
  }
}

function keyOf({ id, token }: Held): string {
  return `${id}/${token}`;
}

type Take = (transaction: RootTransaction, nodes: readonly Held[]) => Promise<TakenBack[]>;

/** Why a node that was taken back is not worked on any more; undefined: it is. */
type Judge = (node: TakenBack) => string | undefined;

async function takeBack(
  tools: SweepTools,
  held: readonly Held[],
  take: Take,
  reasonToFail: Judge = () => undefined,
): Promise<Effects[]> {
  return byRoot(held, (nodes) => takeBackTogether(tools, nodes, take, reasonToFail), tools.log);
}

async function takeBackTogether(
  tools: SweepTools,
  nodes: readonly Held[],
  take: Take,
  reasonToFail: Judge,
): Promise<Effects> {
  const roots = nodes.map((node) => node.root_id);
  return underRoots(tools.database, roots, async (transaction) => {
    const taken = await take(transaction, nodes);
    await transaction.ledger.load(taken.map((node) => node.operation_id));
    const isAtWork = (node: TakenBack): boolean => transaction.ledger.get(node.operation_id)?.stage === 'running';
    const atWork = taken.filter(isAtWork);
    for (const node of atWork) transaction.ledger.move(node.operation_id, 'running', 'ready');
    const orphans = taken.filter((node) => !isAtWork(node));
    await dropOrphans(transaction, orphans);
    await failNodes(transaction, new Map(atWork.map((node) => [node.id, reasonToFail(node)])), tools);
    await settleOperations(transaction, tools.sealOutputs);
    await dispatchReady(transaction, tools.dispatcher);
  });
}

/** A superseded operation's step that nobody will end: the newer operation's node looks for what it made by its key. */
async function dropOrphans(transaction: RootTransaction, nodes: readonly TakenBack[]): Promise<void> {
  if (nodes.length === 0) return;
  const rows = await transaction.session.rows<{ dependents: NodeId[] }>(DROP_ORPHANS, [nodes.map(({ id }) => id)]);
  await releaseNodes(
    transaction,
    rows.flatMap(({ dependents }) => dependents),
  );
  const stacks = nodes.flatMap((node) => transaction.ledger.get(node.operation_id)?.stack_id ?? []);
  await failInterrupted(transaction, stacks);
}

const WORN_OUT = `${MOST_ATTEMPTS} workers in a row stopped while they worked on it; its outcome is unknown`;

async function failNodes(
  transaction: RootTransaction,
  reasons: ReadonlyMap<NodeId, string | undefined>,
  tools: SweepTools,
): Promise<void> {
  const ids = [...reasons.keys()].filter((id) => reasons.get(id) !== undefined);
  const claimed = await claimNodes(transaction, ids, 'ready', tools.dispatcher);
  await finishNodes(
    transaction,
    claimed.map((node) => failed(node, reasons.get(node.id) ?? '')),
  );
}
