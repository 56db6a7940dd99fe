import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { DataSource } from 'typeorm';
import type { JsonObject, WorkerId } from '#contracts';
import type { WorkerKind } from '#entities';

interface HeartbeatLog {
  warn(fields: object, message: string): void;
}

export interface HeartbeatSettings {
  kind: WorkerKind;
  intervalMs: number;
  /** What the process holds, shown to operators. */
  holds?: () => JsonObject;
  log: HeartbeatLog;
}

/** Renewals that are further apart than so many intervals are a gap. */
const GAP_INTERVALS = 3;

/**
 * The process's one row in `workers`, renewed by the database's clock. Others take back what this process holds when
 * the row is stale, so whoever holds leases asks `sinceRenewalMs` before each call to the outside.
 */
export class Heartbeat {
  readonly workerId = randomUUID() as WorkerId;
  private renewedAt = -Infinity;
  private steadySince = Infinity;
  private timer: NodeJS.Timeout | undefined;
  private renewing: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly database: DataSource,
    private readonly settings: HeartbeatSettings,
  ) {}

  /** Milliseconds, by a clock that never jumps, since the renewal that last succeeded was begun. */
  get sinceRenewalMs(): number {
    return performance.now() - this.renewedAt;
  }

  /**
   * Milliseconds for which renewals have come without a gap. After one (a start, or a database that was away for
   * everybody) others need time to renew before their leases may be called lost.
   */
  get steadyForMs(): number {
    if (this.sinceRenewalMs > GAP_INTERVALS * this.settings.intervalMs) return 0;
    return Math.max(0, performance.now() - this.steadySince);
  }

  async start(): Promise<void> {
    await this.renew();
    this.schedule();
  }

  /**
   * Stops renewing. The row is removed, so that others need not wait for it to grow stale, unless the process is still
   * in a call to the outside: then its leases end by themselves.
   */
  async stop({ isBusy = false } = {}): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    if (isBusy) return;
    // One that is under way would bring the row back.
    await this.renewing;
    await this.database.query('DELETE FROM workers WHERE id = $1', [this.workerId]).catch(() => undefined);
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.renewing = this.renew()
        .catch((error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error);
          this.settings.log.warn({ reason }, 'the heartbeat was not renewed');
        })
        .finally(() => {
          if (!this.stopped) this.schedule();
        });
    }, this.settings.intervalMs);
  }

  /** Upserts, so that a row that somebody removed comes back. */
  private async renew(): Promise<void> {
    const begun = performance.now();
    const holds = JSON.stringify(this.settings.holds?.() ?? {});
    await this.database.query(
      `INSERT INTO workers (id, kind, name, holds) VALUES ($1, $2, $3, $4)
       ON CONFLICT (id) DO UPDATE SET heartbeat_at = now(), holds = excluded.holds`,
      [this.workerId, this.settings.kind, `${hostname()}:${process.pid}`, holds],
    );
    if (begun - this.renewedAt > GAP_INTERVALS * this.settings.intervalMs) this.steadySince = performance.now();
    this.renewedAt = begun;
  }
}
