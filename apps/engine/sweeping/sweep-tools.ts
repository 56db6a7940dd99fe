import type { DataSource } from 'typeorm';
import type { Logger } from '#process';
import type { Dispatcher } from '../operations/dispatch';
import type { SealOutputs } from '../operations/settle-operations';

/** What every sweep needs. */
export interface SweepTools {
  database: DataSource;
  dispatcher: Dispatcher;
  sealOutputs: SealOutputs;
  leaseMs: number;
  log: Logger;
}
