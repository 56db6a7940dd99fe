import type { LogEntry, TailSession } from '#messaging';
import type { IndexStore, IndexedLog } from './index-store';
import { addToStretches } from './stretches';
import type { LoggedEvent, RootStretch } from './stretches';

export interface IndexRunSettings {
  log: IndexedLog;
  /** Offset up to which the log is indexed. */
  indexedTo: number;
  session: TailSession;
  store: IndexStore;
  /** Told after each commit. */
  onIndexed: (events: number) => void;
  /** Told once when the run can't go on: what is known here may no longer be so. */
  onEnd: (reason: string) => void;
}

/** Entries that are committed together, at most. */
export const BATCH = 1_000;

/** How long entries are gathered. Until then readers find them by reading on from the end of the index. */
const LINGER_MS = 250;

/** Roots whose last stretch is remembered, at most; others are looked up. */
const MOST_REMEMBERED = 20_000;

/** Indexes what one session of following a log hands over. It ends for good at the first thing that fails. */
export class IndexRun {
  /** Each root's last stretch, as it is stored or about to be. */
  private readonly last = new Map<string, RootStretch>();
  private events: LoggedEvent[] = [];
  private newest: LogEntry | undefined;
  private gathered = 0;
  private indexedTo: number;
  private timer: NodeJS.Timeout | undefined;
  private work: Promise<void> = Promise.resolve();
  private hasEnded = false;

  constructor(private readonly settings: IndexRunSettings) {
    this.indexedTo = settings.indexedTo;
  }

  get log(): IndexedLog {
    return this.settings.log;
  }

  /** Whether the log has ever held anything, as far as is known. */
  get hasIndexed(): boolean {
    return this.indexedTo >= 0;
  }

  add(entry: LogEntry): void {
    if (this.hasEnded) return;
    if (entry.place) this.events.push({ ...entry.place, offset: entry.offset });
    this.newest = entry;
    this.gathered += 1;
    if (this.gathered >= BATCH) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), LINGER_MS);
  }

  /** Does something between two commits, after which nothing of what is remembered is relied on. */
  async exclusively(step: () => Promise<void>): Promise<void> {
    await this.inTurn(async () => {
      await step();
      this.last.clear();
    });
  }

  /** Commits what was gathered; resolves when nothing is under way any more. */
  async finish(): Promise<void> {
    this.flush();
    await this.work;
    this.end();
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.gathered = 0;
    void this.inTurn(() => this.commit());
  }

  private async inTurn(step: () => Promise<void>): Promise<void> {
    this.work = this.work.then(async () => {
      if (this.hasEnded) return;
      try {
        await step();
      } catch (error) {
        this.end(error instanceof Error ? error.message : String(error));
      }
    });
    await this.work;
  }

  private async commit(): Promise<void> {
    const { log, onIndexed, session, store } = this.settings;
    const { events, newest } = this;
    if (!newest) return;
    this.events = [];
    this.newest = undefined;
    await this.remember(events);
    const stretches = addToStretches(this.last, events);
    const step = { ...log, from: this.indexedTo, to: newest.offset, stretches };
    if (!(await store.move(step))) {
      this.end('somebody else has indexed the log, or it begins anew');
      return;
    }
    this.indexedTo = newest.offset;
    session.acknowledge(newest);
    onIndexed(events.length);
  }

  private async remember(events: readonly LoggedEvent[]): Promise<void> {
    if (this.last.size > MOST_REMEMBERED) this.last.clear();
    const unknown = new Set(events.map(({ rootId }) => rootId).filter((rootId) => !this.last.has(rootId)));
    if (unknown.size === 0) return;
    const stored = await this.settings.store.lastStretches(this.log.epoch, [...unknown]);
    for (const stretch of stored) this.last.set(stretch.rootId, stretch);
  }

  /** @param reason absent: it was meant to end */
  private end(reason?: string): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    clearTimeout(this.timer);
    if (reason !== undefined) this.settings.onEnd(reason);
  }
}
