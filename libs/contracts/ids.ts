declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** UUID of a stack. */
export type StackId = Branded<string, 'StackId'>;
/** UUID of the outermost stack of a tree; equals that stack's id. */
export type RootId = Branded<string, 'RootId'>;
/** UUID of one run of one action over a stack's graph. */
export type OperationId = Branded<string, 'OperationId'>;
/** UUID of one incarnation of a named resource. */
export type ResourceId = Branded<string, 'ResourceId'>;
/** Number of a node, unique in the database; drawn from a sequence, so later nodes have higher ones. */
export type NodeId = Branded<number, 'NodeId'>;
/** UUID that a process takes at each start. */
export type WorkerId = Branded<string, 'WorkerId'>;
/** `req-<uuid>`: names a request in every answer, log line and message that it causes. */
export type RequestId = Branded<string, 'RequestId'>;
