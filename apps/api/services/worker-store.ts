import { Injectable } from '@nestjs/common';
import type { JsonObject } from '#contracts';
import type { WorkerKind } from '#entities';
import { Database } from '../database/database';

export interface WorkerRow {
  id: string;
  kind: WorkerKind;
  /** Host and process id. */
  name: string;
  holds: JsonObject;
  started_at: Date;
  heartbeat_at: Date;
}

// As long as a lease is by default: whoever is later has lost what it held.
const ALIVE = `
  SELECT id, kind, name, holds, started_at, heartbeat_at FROM workers
  WHERE heartbeat_at > now() - interval '15 seconds' ORDER BY kind, started_at, id`;

/** The table of processes: each keeps one row fresh while it is alive. */
@Injectable()
export class WorkerStore {
  constructor(private readonly database: Database) {}

  alive(): Promise<WorkerRow[]> {
    return this.database.prepared<WorkerRow>(ALIVE, []);
  }
}
