import type { NodeId, OperationId, RequestId, StackId } from './ids';
import { Describes, Field } from './schema/fields';
import { integer, list, text, uuid } from './schema/schema';

/** `kiln.commands`: an operation was accepted and waits to be planned. A hint: the row is the truth. */
@Describes('An operation was accepted and waits to be planned. A hint: the database is the truth.')
export class CommandMessage {
  @Field(uuid('The operation.'))
  operation_id!: OperationId;

  @Field(uuid('Its stack.'))
  stack_id!: StackId;

  @Field(text('The request that asked for it.', { pattern: '^req-[0-9a-f-]{36}$' }))
  request_id!: RequestId;
}

/** Nodes in one work message at most. */
export const NODES_PER_MESSAGE = 50;

/** `kiln.work`: these nodes are published and wait to be claimed. A hint: the rows are the truth. */
@Describes('Nodes that are ready and wait to be claimed by a worker. A hint: the database is the truth.')
export class WorkMessage {
  @Field({ ...list(integer(undefined, { minimum: 1 }), 'Numbers of the nodes.'), maxItems: NODES_PER_MESSAGE })
  node_ids!: NodeId[];
}

/** `kiln.outbox.<p>`: partition p has something to tell. */
@Describes('A partition of the outbox has something to tell. Says no more than: look.')
export class NudgeMessage {
  @Field(integer('The partition.', { minimum: 0 }))
  partition!: number;
}
