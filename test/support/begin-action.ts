import { randomUUID } from 'node:crypto';
import type { OperationId, RequestId, RootId, RunnableAction, StackId } from '#contracts';
import { startOperation } from '#entities';
import type { Kiln } from './kiln';

/** Makes an action a settled stack's current operation, as the api does, but tells nobody: engines look by themselves. */
export async function beginAction(kiln: Kiln, stackId: string, action: RunnableAction): Promise<void> {
  const id = randomUUID() as OperationId;
  const text = 'SELECT project, root_id, definition_id FROM stacks WHERE id = $1';
  const [stack] = await kiln.database.query<{ project: string; root_id: RootId; definition_id: string }[]>(text, [
    stackId,
  ]);
  if (!stack) throw new Error(`there is no stack ${stackId}`);
  const { project, root_id: rootId, definition_id: definitionId } = stack;
  await kiln.database.transaction(async (manager) => {
    await manager.query('SELECT 1 FROM roots WHERE id = $1 FOR NO KEY UPDATE', [rootId]);
    await startOperation((statement, values) => manager.query(statement, values), {
      ...{ id, stackId: stackId as StackId, rootId, project, definitionId, action },
      ...{ timeoutMins: 60, requestedBy: 'test', requestId: `req-${randomUUID()}` as RequestId },
    });
    const change = `UPDATE stacks SET operation_id = $2, action = $3, status = 'IN_PROGRESS' WHERE id = $1`;
    await manager.query(change, [stackId, id, action]);
  });
}
