import { InvariantError } from '#contracts';
import type { RootId } from '#contracts';
import type { Logger } from '#process';
import type { Applied } from './apply-changes';
import type { Change } from './change';

const BATCH_LIMIT = 500;
const FIRST_RETRY_MS = 50;
const LAST_RETRY_MS = 2_000;
const REFUSALS = 3;

interface Waiting {
  readonly change: Change;
  readonly settle: (stillOurs: boolean) => void;
  /** How long it waits before its next try, should this one fail. */
  readonly delayMs: number;
  /** How often the database refused it for what it says. */
  readonly refusals: number;
}

export interface GroupCommitPorts {
  apply(changes: readonly Change[]): Promise<Applied>;
  /** Called after each commit, before those that waited for it go on. */
  committed(applied: Applied): void;
  wait(ms: number): Promise<void>;
  log: Logger;
}

/**
 * Gathers changes and commits them together. While one transaction runs, what comes meanwhile gathers for the next,
 * so that batches grow with the load and nothing lingers when there is none.
 *
 * What fails is never forgotten, since a step may have made something outside: where the fault lies in the data, each
 * root of the batch is tried by itself, so that a bad one does not hold up others; where the server is away, all of it
 * waits. Changes of a node that another worker has taken meanwhile are dropped by the fence.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private running: Promise<void> | undefined;
  private postponed = 0;

  constructor(private readonly ports: GroupCommitPorts) {}

  /** Resolves when the change is committed; to whether the node is still this worker's, where the step goes on here. */
  commit(change: Change): Promise<boolean> {
    return new Promise((resolve) => this.enqueue([{ change, settle: resolve, delayMs: FIRST_RETRY_MS, refusals: 0 }]));
  }

  /** Resolves when nothing is left to commit. */
  async idle(): Promise<void> {
    while (this.running !== undefined || this.postponed > 0) await (this.running ?? this.ports.wait(FIRST_RETRY_MS));
  }

  private enqueue(changes: readonly Waiting[]): void {
    this.waiting.push(...changes);
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
      if (this.waiting.length > 0) this.enqueue([]);
    });
  }

  private async drain(): Promise<void> {
    // Steps that end in the same turn of the event loop are committed together.
    await Promise.resolve();
    while (this.waiting.length > 0) await this.commitOrPostpone(this.waiting.splice(0, BATCH_LIMIT));
  }

  private async commitOrPostpone(batch: readonly Waiting[]): Promise<void> {
    const failure = await this.tryCommit(batch);
    if (failure === undefined) return;
    if (isServerAway(failure)) this.postpone(batch);
    else for (const part of byRoot(batch)) await this.commitPart(part);
  }

  /** One root's changes; where the data is at fault each of them by itself, so that only the bad one is refused. */
  private async commitPart(part: readonly Waiting[]): Promise<void> {
    const failure = await this.tryCommit(part);
    if (failure === undefined) return;
    if (!isFaultOfData(failure)) this.postpone(part);
    else if (part.length === 1) this.postpone(part.map(refused));
    else for (const one of part) await this.commitPart([one]);
  }

  private async tryCommit(batch: readonly Waiting[]): Promise<unknown> {
    try {
      const applied = await this.ports.apply(batch.map(({ change }) => change));
      this.ports.committed(applied);
      for (const { change, settle } of batch) settle(goesOn(change, applied));
      return undefined;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.ports.log.warn({ reason, changes: batch.length }, 'a commit failed; it is tried again');
      return error ?? new Error('unknown');
    }
  }

  private postpone(batch: readonly Waiting[]): void {
    const delay = Math.max(...batch.map(({ delayMs }) => delayMs));
    this.postponed += 1;
    void this.ports.wait(delay).then(() => {
      this.postponed -= 1;
      this.enqueue(batch.map((waiting) => ({ ...waiting, delayMs: Math.min(2 * delay, LAST_RETRY_MS) })));
    });
  }
}

/** Whether the step goes on here: its node is still this worker's. */
function goesOn(change: Change, { kept }: Applied): boolean {
  return (change.kind === 'keep' || change.kind === 'begin') && kept.has(change.node.id);
}

/** A step whose result the database keeps refusing is FAILED with that as the reason: its node must not hang. */
function refused(waiting: Waiting): Waiting {
  const { change } = waiting;
  const refusals = waiting.refusals + 1;
  if (refusals < REFUSALS || !('node' in change)) return { ...waiting, refusals };
  const reason = 'its result can’t be stored; its outcome is unknown';
  // What the outside calls it is not lost, unless that is what can’t be stored.
  const physicalId = change.kind === 'failed' || change.kind === 'begin' ? null : change.physicalId;
  return {
    ...waiting,
    refusals,
    change: { kind: 'failed', rootId: change.rootId, node: change.node, reason, physicalId },
  };
}

function byRoot(batch: readonly Waiting[]): Waiting[][] {
  const parts = new Map<RootId, Waiting[]>();
  for (const waiting of batch) {
    const part = parts.get(waiting.change.rootId);
    if (part) part.push(waiting);
    else parts.set(waiting.change.rootId, [waiting]);
  }
  return [...parts.values()];
}

/** No SQLSTATE: the connection was lost. Classes 08, 53 and 57P: the server is going down, full, or not there yet. */
function isServerAway(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  if (error instanceof InvariantError) return false;
  return typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code) || /^(08|53|57P)/.test(code);
}

/** SQLSTATE classes 22, 23, 54 and P0: the data can't be stored, however often it is tried together with others'. */
function isFaultOfData(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return error instanceof InvariantError || (typeof code === 'string' && /^(2[23]|54|P0)/.test(code));
}
