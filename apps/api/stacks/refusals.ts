import { AppError } from '#contracts';
import type { Action, Status } from '#contracts';

export function stackQuotaExceeded(quota: number): AppError {
  return new AppError('quota-exceeded', `quota "stacks": the project may have ${quota} stacks and has as many`);
}

export function nameTaken(name: string, cause?: unknown): AppError {
  const detail = `the project has a stack named "${name}" already: choose another name, or delete that one`;
  return new AppError('conflict', detail, { cause });
}

/** A stack that is deleted, or was to be, is not updated. */
export function refuseWhileDeleted({ action, status }: { action: Action; status: Status }): void {
  if (action !== 'DELETE') return;
  const state = status === 'IN_PROGRESS' ? 'is being deleted' : 'was to be deleted, which failed';
  throw new AppError('conflict', `the stack ${state} (DELETE ${status}): delete it to the end, and create another`);
}
