import type { NodeId, OperationId, RootId } from '#contracts';
import { finishNodes, releaseNodes } from '../commit/finish-nodes';
import { underRoots } from '../database/root-transaction';
import type { Effects, RootTransaction } from '../database/root-transaction';
import { withSession } from '../database/session';
import { dispatchReady } from '../operations/dispatch';
import { settleOperations } from '../operations/settle-operations';
import { claimNodes } from '../work/claim';
import { DROP_ORPHANS, FIND_LOST, TAKE_BACK } from './statements';
import type { SweepTools } from './sweep-tools';

/** A node that has cost so many workers their lease is not given to another. */
const ATTEMPTS = 5;

interface TakenBack {
  id: NodeId;
  operation_id: OperationId;
  attempts: number;
}

/** Takes nodes back from workers whose lease ran out, under a new token, and lets them go again. */
export async function takeBackLostNodes(tools: SweepTools): Promise<Effects | undefined> {
  const lease = tools.leaseMs / 1_000;
  const lost = await withSession(tools.database, (session) =>
    session.rows<{ id: NodeId; root_id: RootId }>(FIND_LOST, [lease]),
  );
  if (lost.length === 0) return undefined;
  tools.log.warn({ nodes: lost.length }, 'taking back the nodes of a worker that is gone');
  return underRoots(
    tools.database,
    lost.map((node) => node.root_id),
    async (transaction) => {
      const taken = await transaction.session.rows<TakenBack>(TAKE_BACK, [lost.map(({ id }) => id), lease]);
      await transaction.ledger.load(taken.map((node) => node.operation_id));
      const atWork = taken.filter((node) => transaction.ledger.get(node.operation_id)?.stage === 'running');
      for (const node of atWork) transaction.ledger.move(node.operation_id, 'running', 'ready');
      await dropOrphans(
        transaction,
        taken.filter((node) => !atWork.includes(node)),
      );
      await failPoisonous(
        transaction,
        atWork.filter(({ attempts }) => attempts >= ATTEMPTS),
        tools,
      );
      await settleOperations(transaction, tools.sealOutputs);
      await dispatchReady(transaction, tools.dispatcher);
    },
  );
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
