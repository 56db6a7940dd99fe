import type { NodeId, OperationId, RootId, WorkerId } from '#contracts';
import { finishNodes, releaseNodes } from '../commit/finish-nodes';
import { underRoots } from '../database/root-transaction';
import type { Effects, RootTransaction } from '../database/root-transaction';
import { withSession } from '../database/session';
import { dispatchReady } from '../operations/dispatch';
import { settleOperations } from '../operations/settle-operations';
import { claimNodes } from '../work/claim';
import { byRoot } from './by-root';
import { DROP_ORPHANS, FIND_LOST, FIND_OWN, GIVE_UP_OWN, TAKE_BACK } from './statements';
import type { SweepTools } from './sweep-tools';

/** A node that has cost so many workers their lease is not given to another. */
const ATTEMPTS = 5;

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
  return takeBack(tools, lost, (transaction, nodes) => {
    const ids = nodes.map(({ id }) => id);
    return transaction.session.rows<TakenBack>(TAKE_BACK, [ids, lease]);
  });
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

async function takeBack(tools: SweepTools, held: readonly Held[], take: Take): Promise<Effects[]> {
  return byRoot(held, (nodes) => takeBackTogether(tools, nodes, take), tools.log);
}

async function takeBackTogether(tools: SweepTools, nodes: readonly Held[], take: Take): Promise<Effects> {
  const roots = nodes.map((node) => node.root_id);
  return underRoots(tools.database, roots, async (transaction) => {
    const taken = await take(transaction, nodes);
    await transaction.ledger.load(taken.map((node) => node.operation_id));
    const isAtWork = (node: TakenBack): boolean => transaction.ledger.get(node.operation_id)?.stage === 'running';
    const atWork = taken.filter(isAtWork);
    for (const node of atWork) transaction.ledger.move(node.operation_id, 'running', 'ready');
    const orphans = taken.filter((node) => !isAtWork(node));
    await dropOrphans(transaction, orphans);
    const poisonous = atWork.filter(({ attempts }) => attempts >= ATTEMPTS);
    await failPoisonous(transaction, poisonous, tools);
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
}

async function failPoisonous(
  transaction: RootTransaction,
  nodes: readonly TakenBack[],
  tools: SweepTools,
): Promise<void> {
  const ids = nodes.map(({ id }) => id);
  const claimed = await claimNodes(transaction, ids, 'ready', tools.dispatcher);
  const reason = `${ATTEMPTS} workers in a row stopped while they worked on it; its outcome is unknown`;
  await finishNodes(
    transaction,
    claimed.map((node) => ({ kind: 'failed' as const, rootId: node.root_id, node, reason, physicalId: null })),
  );
}
