import type { NodeId, OperationId, RequestId, StackId } from './ids';

/** `kiln.commands`: an operation was accepted and waits to be planned. A hint: the row is the truth. */
export interface CommandMessage {
  operation_id: OperationId;
  stack_id: StackId;
  request_id: RequestId;
}

/** `kiln.work`: these nodes are published and wait to be claimed; at most 50. A hint: the rows are the truth. */
export interface WorkMessage {
  node_ids: NodeId[];
}

/** `kiln.outbox.<p>`: partition p has something to tell. */
export interface NudgeMessage {
  partition: number;
}
