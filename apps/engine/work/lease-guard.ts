import type { DataSource } from 'typeorm';
import type { WorkerId } from '#contracts';
import type { Heartbeat } from '#process';
import { withSession } from '../database/session';
import type { ClaimedNode } from './claimed-node';

const IS_OURS = `SELECT 1 AS ours FROM nodes WHERE id = $1 AND token = $2 AND state = 'running' AND worker_id = $3`;
const LOOK_AGAIN_MS = 250;

/** How old a renewal may be for a call to the outside to begin: half a lease, so that the call ends within it. */
const CALLS_WITHIN = 7 / 15;

/**
 * Stands before every call to the outside. A worker whose lease may have run out (its process was stopped, or the
 * database was away) waits until it has renewed, and goes on only with nodes that nobody took meanwhile.
 */
export class LeaseGuard {
  constructor(
    private readonly database: DataSource,
    private readonly heartbeat: Heartbeat,
    private readonly ports: { workerId: WorkerId; leaseMs: number; wait(ms: number): Promise<void> },
  ) {}

  async mayCall(node: ClaimedNode): Promise<boolean> {
    if (this.isFresh()) return true;
    do await this.ports.wait(LOOK_AGAIN_MS);
    while (!this.isFresh());
    return this.isOurs(node);
  }

  private isFresh(): boolean {
    return this.heartbeat.sinceRenewalMs < this.ports.leaseMs * CALLS_WITHIN;
  }

  private async isOurs(node: ClaimedNode): Promise<boolean> {
    for (;;) {
      try {
        const rows = await withSession(this.database, (session) =>
          session.rows(IS_OURS, [node.id, node.token, this.ports.workerId]),
        );
        return rows.length > 0;
      } catch {
        await this.ports.wait(LOOK_AGAIN_MS);
      }
    }
  }
}
