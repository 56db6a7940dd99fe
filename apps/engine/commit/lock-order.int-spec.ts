import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { NodeId, OperationId, RootId, WorkerId } from '#contracts';
import { createDataSource } from '#entities';
import { Failpoints } from '#process';
import { randomOf, seeds } from '../../../test/support/cases';
import { createTestDatabase } from '../../../test/support/database';
import type { TestDatabase } from '../../../test/support/database';
import { until } from '../../../test/support/until';
import { underRoots } from '../database/root-transaction';
import { dispatchReady } from '../operations/dispatch';
import type { Dispatcher } from '../operations/dispatch';
import { RECALL_NODES } from '../sweeping/statements';
import type { ClaimedNode } from '../work/claimed-node';
import { Room } from '../work/room';
import { applyChanges } from './apply-changes';
import type { Change } from './change';

jest.setTimeout(120_000);

const ROOTS = 20;
const NODES_OF_A_ROOT = 30;
const SESSIONS = 8;
const TRANSACTIONS_OF_A_SESSION = 60;
const MOST_ROOTS_AT_ONCE = 8;

interface Root {
  id: RootId;
  operationId: OperationId;
  nodes: NodeId[];
}

let own: TestDatabase;
let database: DataSource;

beforeEach(async () => {
  own = await createTestDatabase();
  database = await connect();
  // Read as they lie, roots come in another order after each change of one: only ORDER BY gives them theirs.
  for (const way of ['enable_indexscan', 'enable_bitmapscan']) {
    await database.query(`ALTER DATABASE ${new URL(own.url).pathname.slice(1)} SET ${way} = off`);
  }
  await database.destroy();
  database = await connect();
});

afterEach(async () => {
  if (database.isInitialized) await database.destroy();
  await own.drop();
});

async function connect(applicationName = 'crowd'): Promise<DataSource> {
  return createDataSource({ url: own.url, applicationName, poolSize: SESSIONS }).initialize();
}

/** A stack that is being made, all of whose nodes are published. */
async function addRoot(number: number): Promise<Root> {
  const [id, operationId] = [randomUUID() as RootId, randomUUID() as OperationId];
  await database.query(`INSERT INTO roots (id, project, partition) VALUES ($1, 'p', 0)`, [id]);
  await database.query(
    `INSERT INTO stacks (id, root_id, project, name, action, status, operation_id, definition_id, shown_parameters)
     VALUES ($1, $1, 'p', $2, 'CREATE', 'IN_PROGRESS', $3, $1, '{}')`,
    [id, `stack ${number}`, operationId],
  );
  await database.query(
    `INSERT INTO operations (id, stack_id, root_id, project, definition_id, action, status, stage, total, published, request_id)
     VALUES ($1, $2, $2, 'p', $2, 'CREATE', 'IN_PROGRESS', 'running', $3, $3, 'req')`,
    [operationId, id, NODES_OF_A_ROOT],
  );
  const nodes = await database.query<{ id: NodeId }[]>(
    `WITH r AS (
       INSERT INTO resources (id, stack_id, root_id, definition_id, name, type, made_type, requires, required_by, deletion_policy)
       SELECT gen_random_uuid(), $2, $2, $2, 'r' || n, 'OS::Heat::None', 'OS::Heat::None', '{}', '{}', 'Delete'
       FROM generate_series(1, $3) n RETURNING id)
     INSERT INTO nodes (id, operation_id, root_id, resource_id, phase, task, state, waiting_for, dependents, published_at)
     SELECT nextval('node_ids'), $1, $2, id, 'forward', 'create', 'published', 0, '{}', now() FROM r RETURNING id`,
    [operationId, id, NODES_OF_A_ROOT],
  );
  return { id, operationId, nodes: nodes.map((node) => node.id) };
}

/** Several engines' worth of transactions, each over some roots in any order; all that they do is seeded. */
class Crowd {
  readonly failures: unknown[] = [];
  private readonly taken: ClaimedNode[] = [];
  private readonly dispatcher: Dispatcher = {
    workerId: randomUUID() as WorkerId,
    actionTimeoutMs: 60_000,
    isInstant: () => false,
    room: new Room(0, () => 0),
    limits: { total: 10_000, perOperation: 10_000 },
    demandOf: () => ({ projects: 1, operationsInProject: 1 }),
  };

  constructor(
    private readonly roots: readonly Root[],
    private readonly random: () => number,
  ) {}

  async run(): Promise<void> {
    await Promise.all(Array.from({ length: SESSIONS }, () => this.work()));
  }

  private async work(): Promise<void> {
    for (let turn = 0; turn < TRANSACTIONS_OF_A_SESSION; turn += 1) {
      await this.transact(turn).catch((error: unknown) => this.failures.push(error));
    }
  }

  private async transact(turn: number): Promise<void> {
    const chosen = Array.from({ length: 2 + this.below(MOST_ROOTS_AT_ONCE - 1) }, () => this.oneOf(this.roots));
    if (turn % 10 === 0) await database.query(RECALL_NODES, [0]);
    else if (turn % 10 === 5) await this.letGo(chosen);
    else await this.commit(chosen.map((root) => this.change(root)));
  }

  /** As the sweep does for what was put back. */
  private async letGo(roots: readonly Root[]): Promise<void> {
    const ids = roots.map(({ id }) => id);
    await underRoots(database, ids, async (transaction) => {
      await transaction.ledger.load(roots.map(({ operationId }) => operationId));
      await dispatchReady(transaction, this.dispatcher);
    });
  }

  private async commit(changes: readonly Change[]): Promise<void> {
    const { dispatcher } = this;
    const sealOutputs = (): Promise<null> => Promise.resolve(null);
    const applier = { database, dispatcher, sealOutputs, failpoints: new Failpoints() };
    const { effects } = await applyChanges(applier, changes);
    this.taken.push(...effects.taken);
  }

  /** One that the state of the node may have overtaken, as it goes with messages. */
  private change({ id: rootId, nodes }: Root): Change {
    const nodeId = this.oneOf(nodes);
    switch (this.below(3)) {
      case 0:
        return { kind: 'put-back', rootId, nodeId };
      case 1:
        return this.done() ?? { kind: 'claim', rootId, nodeId };
      default:
        return { kind: 'claim', rootId, nodeId };
    }
  }

  private done(): Change | undefined {
    const [node] = this.taken.splice(this.below(this.taken.length), 1);
    if (node === undefined) return undefined;
    const nothing = { physicalId: null, attributes: null, properties: null, metadata: null };
    return { kind: 'done', rootId: node.root_id, node, ...nothing };
  }

  private below(bound: number): number {
    return Math.floor(this.random() * bound);
  }

  private oneOf<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }
}

/** As the server counted them; a session hands in its count when it ends. */
async function countDeadlocks(): Promise<number> {
  await database.destroy();
  const observer = await connect('observer');
  try {
    await until('the sessions are gone', async () => {
      const sessions = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'crowd'`;
      return (await observer.query<object[]>(sessions)).length === 0;
    });
    const count = 'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()';
    const [row] = await observer.query<[{ deadlocks: number }]>(count);
    return row.deadlocks;
  } finally {
    await observer.destroy();
  }
}

it.each(seeds(1, 20))('transactions over many roots never wait for one another in a circle (seed %i)', async (seed) => {
  const roots = await Promise.all(Array.from({ length: ROOTS }, (_, number) => addRoot(number)));
  const crowd = new Crowd(roots, randomOf(seed));
  await crowd.run();
  const told = await database.query<{ root_id: RootId; sequences: number[] }[]>(
    'SELECT root_id, array_agg(sequence::int ORDER BY id) AS sequences FROM outbox GROUP BY root_id',
  );
  expect({ failures: crowd.failures, deadlocks: await countDeadlocks() }).toEqual({ failures: [], deadlocks: 0 });
  expect(told).toHaveLength(ROOTS);
  for (const { sequences } of told) expect(sequences).toEqual(sequences.map((_, index) => index + 1));
});
