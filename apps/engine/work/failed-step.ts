import { maskHidden } from '#template';
import type { ChangeOf } from '../commit/change';
import type { ClaimedNode } from './claimed-node';

/** A provider may answer a whole page; a reason is for people, and travels in notifications. */
const LONGEST_REASON = 4_000;

export const TIMED_OUT = 'it did not end in its time; its outcome is unknown: delete and retry look for it first';
export const HUNG =
  'a call did not end in its time, nor when it was aborted; its outcome is unknown: delete and retry look for it first';

export const LOOK_TIMED_OUT = 'it could not be looked at in time';

export const WITHHELD =
  'it failed; the reason may hold secrets of an earlier template, which this engine can’t read any more, and is not shown';

interface FailureFacts {
  /** Texts that the reason may not show. */
  readonly hidden?: readonly string[];
  /** What the resource was tried to be made with, sealed. */
  readonly properties?: Buffer | null;
}

/** The change that makes a step's resource FAILED, with a reason that people may read. */
export function failed(
  node: ClaimedNode,
  reason: string,
  { hidden = [], properties = null }: FailureFacts = {},
): ChangeOf<'failed'> {
  return {
    kind: 'failed',
    rootId: node.root_id,
    node,
    reason: shown(reason, hidden),
    physicalId: null,
    properties,
  };
}

/** A reason as people may see it, and as it can be stored: PostgreSQL takes no NUL. */
export function shown(reason: string, hidden: readonly string[]): string {
  return maskHidden(reason, hidden).replaceAll('\0', '\uFFFD').slice(0, LONGEST_REASON);
}

/** Somebody else's code may throw anything: even what can't be made a text of. */
export function messageOf(error: unknown): string {
  try {
    const message = error instanceof Error ? (error.message as unknown) : undefined;
    return typeof message === 'string' && message !== '' ? message : String(error);
  } catch {
    return 'it failed with something that can’t be shown';
  }
}
