/** What is, or was last, being done to a stack or a resource. */
export const ACTIONS = [
  'INIT',
  'CREATE',
  'UPDATE',
  'DELETE',
  'ROLLBACK',
  'SUSPEND',
  'RESUME',
  'CHECK',
  'CONVERGE',
  'ADOPT',
  'SNAPSHOT',
  'RESTORE',
] as const;
export type Action = (typeof ACTIONS)[number];

/** How far that action is. */
export const STATUSES = ['IN_PROGRESS', 'COMPLETE', 'FAILED', 'PAUSED'] as const;
export type Status = (typeof STATUSES)[number];

/** Actions that an engine can run; a request for any other is refused before anything is stored. */
export const RUNNABLE_ACTIONS = [
  'CREATE',
  'UPDATE',
  'DELETE',
  'ROLLBACK',
  'CHECK',
  'CONVERGE',
] as const satisfies readonly Action[];
export type RunnableAction = (typeof RUNNABLE_ACTIONS)[number];
