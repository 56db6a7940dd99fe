import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first schema. Columns that begin with `sealed_` hold ciphertext of AES-256-GCM. */
export class FirstSchema1764000000000 implements MigrationInterface {
  name = 'FirstSchema1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TRUTH, ...WORK, ...TELLING, ...EDGE]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE tokens, idempotency_keys, log_stretches, log_streams, outbox, workers, timers, nodes,
        resources, operations, stacks, definitions, roots`);
    await runner.query('DROP SEQUENCE node_ids');
  }
}

/** What was asked for and what there is. */
const TRUTH = [
  // Narrow, with room on every page: the row is rewritten by each commit that tells something.
  `CREATE TABLE roots (
    id uuid PRIMARY KEY,
    project text NOT NULL,
    partition smallint NOT NULL,
    sequence bigint NOT NULL DEFAULT 0
  ) WITH (fillfactor = 50)`,
  `CREATE TABLE definitions (
    id uuid PRIMARY KEY,
    stack_id uuid NOT NULL,
    root_id uuid NOT NULL,
    sealed_template bytea NOT NULL,
    sealed_files bytea NOT NULL,
    sealed_environment bytea NOT NULL,
    sealed_parameters bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE INDEX definitions_stack ON definitions (stack_id)`,
  `CREATE TABLE stacks (
    id uuid PRIMARY KEY,
    root_id uuid NOT NULL,
    parent_id uuid,
    project text NOT NULL,
    name text NOT NULL,
    description text NOT NULL DEFAULT '',
    action text NOT NULL,
    status text NOT NULL,
    status_reason text NOT NULL DEFAULT '',
    operation_id uuid NOT NULL,
    definition_id uuid NOT NULL,
    shown_parameters json NOT NULL,
    tags text[] NOT NULL DEFAULT '{}',
    disable_rollback boolean NOT NULL DEFAULT true,
    timeout_mins integer,
    owner text NOT NULL DEFAULT '',
    revision integer NOT NULL DEFAULT 1,
    sealed_outputs bytea,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz,
    deleted_at timestamptz
  ) WITH (fillfactor = 80)`,
  `CREATE UNIQUE INDEX stacks_living_name ON stacks (project, name) WHERE deleted_at IS NULL`,
  `CREATE INDEX stacks_listed ON stacks (project, created_at, id)`,
  `CREATE INDEX stacks_root ON stacks (root_id)`,
  `CREATE TABLE operations (
    id uuid PRIMARY KEY,
    stack_id uuid NOT NULL,
    root_id uuid NOT NULL,
    project text NOT NULL,
    definition_id uuid NOT NULL,
    action text NOT NULL,
    status text NOT NULL,
    status_reason text NOT NULL DEFAULT '',
    stage text NOT NULL,
    total integer NOT NULL DEFAULT 0,
    ready integer NOT NULL DEFAULT 0,
    published integer NOT NULL DEFAULT 0,
    running integer NOT NULL DEFAULT 0,
    parked integer NOT NULL DEFAULT 0,
    done integer NOT NULL DEFAULT 0,
    failed integer NOT NULL DEFAULT 0,
    cancelled integer NOT NULL DEFAULT 0,
    first_failure text,
    worker_id uuid,
    token integer NOT NULL DEFAULT 0,
    attempts integer NOT NULL DEFAULT 0,
    published_at timestamptz NOT NULL DEFAULT now(),
    superseded_by uuid,
    requested_by text NOT NULL DEFAULT '',
    request_id text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    finished_at timestamptz,
    deadline timestamptz
  ) WITH (fillfactor = 50)`,
  `CREATE INDEX operations_stack ON operations (stack_id, created_at)`,
  `CREATE INDEX operations_unplanned ON operations (published_at) WHERE stage = 'requested'`,
  `CREATE INDEX operations_open ON operations (project) WHERE stage <> 'settled'`,
  `CREATE TABLE resources (
    id uuid PRIMARY KEY,
    stack_id uuid NOT NULL,
    root_id uuid NOT NULL,
    definition_id uuid NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    action text NOT NULL DEFAULT 'INIT',
    status text NOT NULL DEFAULT 'COMPLETE',
    status_reason text NOT NULL DEFAULT '',
    physical_id text,
    requires text[] NOT NULL,
    required_by text[] NOT NULL,
    deletion_policy text NOT NULL,
    sealed_properties bytea,
    sealed_attributes bytea,
    metadata json,
    replaces uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz
  ) WITH (fillfactor = 70)`,
  `CREATE UNIQUE INDEX resources_name ON resources (stack_id, name, id)`,
];

/** Steps that are still to be done: a finished node's row is gone, its operation's counters remember it. */
const WORK = [
  `CREATE SEQUENCE node_ids`,
  `CREATE TABLE nodes (
    id bigint PRIMARY KEY,
    operation_id uuid NOT NULL,
    root_id uuid NOT NULL,
    resource_id uuid NOT NULL,
    phase text NOT NULL,
    state text NOT NULL,
    waiting_for integer NOT NULL,
    dependents bigint[] NOT NULL,
    token integer NOT NULL DEFAULT 0,
    worker_id uuid,
    attempts integer NOT NULL DEFAULT 0,
    published_at timestamptz,
    deadline timestamptz,
    sealed_step_state bytea
  ) WITH (fillfactor = 70)`,
  `CREATE INDEX nodes_operation ON nodes (operation_id)`,
  `CREATE INDEX nodes_ready ON nodes (operation_id, id) WHERE state = 'ready'`,
  `CREATE INDEX nodes_published ON nodes (published_at) WHERE state = 'published'`,
  `CREATE INDEX nodes_running ON nodes (worker_id) WHERE state = 'running'`,
  `CREATE TABLE timers (
    id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    kind text NOT NULL,
    due_at timestamptz NOT NULL,
    root_id uuid NOT NULL,
    operation_id uuid NOT NULL,
    node_id bigint
  )`,
  `CREATE INDEX timers_due ON timers (due_at)`,
  `CREATE INDEX timers_operation ON timers (operation_id)`,
  `CREATE TABLE workers (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    name text NOT NULL,
    holds json NOT NULL DEFAULT '{}',
    started_at timestamptz NOT NULL DEFAULT now(),
    heartbeat_at timestamptz NOT NULL DEFAULT now()
  ) WITH (fillfactor = 50)`,
];

/** What is to be told, and where in the retained log it lies. */
const TELLING = [
  `CREATE TABLE outbox (
    partition smallint NOT NULL,
    id bigint GENERATED BY DEFAULT AS IDENTITY,
    root_id uuid NOT NULL,
    sequence bigint NOT NULL,
    routing_key text NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (partition, id)
  )`,
  `CREATE INDEX outbox_root ON outbox (root_id, sequence)`,
  `CREATE TABLE log_streams (
    partition smallint PRIMARY KEY,
    epoch integer NOT NULL,
    indexed_to bigint NOT NULL DEFAULT -1,
    started_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE TABLE log_stretches (
    root_id uuid NOT NULL,
    epoch integer NOT NULL,
    first_offset bigint NOT NULL,
    last_offset bigint NOT NULL,
    first_sequence bigint NOT NULL,
    last_sequence bigint NOT NULL,
    partition smallint NOT NULL,
    PRIMARY KEY (root_id, epoch, first_offset)
  )`,
  `CREATE INDEX log_stretches_partition ON log_stretches (partition, epoch, last_offset)`,
];

/** What the HTTP edge keeps. */
const EDGE = [
  `CREATE TABLE idempotency_keys (
    project text NOT NULL,
    method text NOT NULL,
    path text NOT NULL,
    key text NOT NULL,
    body_hmac bytea NOT NULL,
    status integer,
    headers json,
    answer text,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (project, method, path, key)
  )`,
  `CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at)`,
  `CREATE TABLE tokens (
    prefix text PRIMARY KEY,
    hash bytea NOT NULL,
    name text NOT NULL,
    project text NOT NULL,
    roles text[] NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz
  )`,
];
