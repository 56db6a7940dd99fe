/** How far an operation is: accepted, planned and at work, or at its end. */
export type OperationStage = 'requested' | 'running' | 'settled';

/** `forward` makes or changes a resource, `cleanup` removes what is no longer wanted. */
export type NodePhase = 'forward' | 'cleanup';

/**
 * What a node does with its resource. `create`: make it · `update`: change it in place · `decide`: find out what an
 * update is to do with it, and do that · `pass`: nothing, it keeps the order of others · `delete`: remove it ·
 * `delete-replaced`: remove it where it was replaced · `check`: look whether it is as it was made.
 */
export type NodeTask = 'create' | 'update' | 'decide' | 'pass' | 'delete' | 'delete-replaced' | 'check';

/**
 * `waiting` for other nodes · `ready`: nothing left to wait for · `published`: told to the work queue ·
 * `running`: claimed by a worker · `parked`: waits for a timer or a signal. A finished node's row is gone.
 */
export type NodeState = 'waiting' | 'ready' | 'published' | 'running' | 'parked';

/** What is done with the outside world when a resource leaves its stack. */
export type DeletionPolicy = 'Delete' | 'Retain' | 'Snapshot';

/** `operation-deadline`: the stack's time is over · `node-wake`: a parked node looks again. */
export type TimerKind = 'operation-deadline' | 'node-wake';

export type WorkerKind = 'api' | 'engine' | 'notifier';
