import { types } from 'pg';
import { DataSource } from 'typeorm';
import { Definition } from './definition.entity';
import { IdempotencyKey } from './idempotency-key.entity';
import { LogStream } from './log-stream.entity';
import { LogStretch } from './log-stretch.entity';
import { FirstSchema1764000000000 } from './migrations/1764000000000-first-schema';
import { DeletedStacks1764200000000 } from './migrations/1764200000000-deleted-stacks';
import { SealMetadataAndAnswers1764200000001 } from './migrations/1764200000001-seal-metadata-and-answers';
import { SuspectNodes1764200000002 } from './migrations/1764200000002-suspect-nodes';
import { Updates1764300000000 } from './migrations/1764300000000-updates';
import { SetMetadata1764400000000 } from './migrations/1764400000000-set-metadata';
import { BodyDigests1764500000000 } from './migrations/1764500000000-body-digests';
import { ListsOfStacks1764600000000 } from './migrations/1764600000000-lists-of-stacks';
import { PausedOperations1764700000000 } from './migrations/1764700000000-paused-operations';
import { MarkedResources1764700100000 } from './migrations/1764700100000-marked-resources';
import { Signals1764710000000 } from './migrations/1764710000000-signals';
import { Node } from './node.entity';
import { Operation } from './operation.entity';
import { OutboxEntry } from './outbox-entry.entity';
import { Resource } from './resource.entity';
import { Root } from './root.entity';
import { Signal } from './signal.entity';
import { Stack } from './stack.entity';
import { Timer } from './timer.entity';
import { Token } from './token.entity';
import { Worker } from './worker.entity';

export const ENTITIES = [
  Definition,
  IdempotencyKey,
  LogStream,
  LogStretch,
  Node,
  Operation,
  OutboxEntry,
  Resource,
  Root,
  Signal,
  Stack,
  Timer,
  Token,
  Worker,
];

// Node ids, sequences and offsets stay far below 2^53, so bigint is a number in the code.
types.setTypeParser(types.builtins.INT8, Number);

export interface DataSourceSettings {
  url: string;
  /** Shown in pg_stat_activity. */
  applicationName: string;
  poolSize: number;
  /** Every statement is looked up by key: plan for indexes only, once per connection, whatever the statistics say. */
  keyedStatementsOnly?: boolean;
}

/** Below a worker's lease. */
const STATEMENT_TIMEOUT_MS = 10_000;
const IDLE_IN_TRANSACTION_MS = 5_000;
const LOCK_TIMEOUT_MS = 6_000;

const KEYED_STATEMENTS_ONLY = [
  'plan_cache_mode=force_generic_plan',
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
  'jit=off',
];

/**
 * The one way to Kiln's database. Connections give up after 5 s and statements after 10 s, here and in the server, so
 * that a server that is away or stuck, or a network that swallows everything, is an error and never a hang.
 */
export function createDataSource(settings: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url: settings.url,
    entities: ENTITIES,
    migrations: [
      FirstSchema1764000000000,
      DeletedStacks1764200000000,
      SealMetadataAndAnswers1764200000001,
      SuspectNodes1764200000002,
      Updates1764300000000,
      SetMetadata1764400000000,
      BodyDigests1764500000000,
      ListsOfStacks1764600000000,
      PausedOperations1764700000000,
      MarkedResources1764700100000,
      Signals1764710000000,
    ],
    synchronize: false,
    installExtensions: false,
    applicationName: settings.applicationName,
    poolSize: settings.poolSize,
    connectTimeoutMS: 5_000,
    extra: {
      statement_timeout: STATEMENT_TIMEOUT_MS,
      query_timeout: STATEMENT_TIMEOUT_MS,
      // A process that is stopped in the middle of a transaction must not hold its locks while it sleeps.
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      lock_timeout: LOCK_TIMEOUT_MS,
      keepAlive: true,
      ...(settings.keyedStatementsOnly
        ? { options: KEYED_STATEMENTS_ONLY.map((setting) => `-c ${setting}`).join(' ') }
        : {}),
    },
  });
}
