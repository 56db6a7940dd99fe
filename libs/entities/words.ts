/** How far an operation is: accepted, planned and at work, or at its end. */
export type OperationStage = 'requested' | 'running' | 'settled';

/** `forward` makes or changes a resource, `cleanup` removes what is no longer wanted. */
export type NodePhase = 'forward' | 'cleanup';

/**
 * `waiting` for other nodes · `ready`: nothing left to wait for · `published`: told to the work queue ·
 * `running`: claimed by a worker · `parked`: waits for a timer. A finished node's row is gone.
 */
export type NodeState = 'waiting' | 'ready' | 'published' | 'running' | 'parked';

/** What is done with the outside world when a resource leaves its stack. */
export type DeletionPolicy = 'Delete' | 'Retain' | 'Snapshot';

/** `operation-deadline`: the stack's time is over · `node-wake`: a parked node looks again. */
export type TimerKind = 'operation-deadline' | 'node-wake';

export type WorkerKind = 'api' | 'engine' | 'notifier';
