import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pino from 'pino';
import type { DataSource } from 'typeorm';
import { Environment } from '#configuration';
import type {
  Action,
  CommandMessage,
  Json,
  OperationId,
  RequestId,
  RootId,
  RunnableAction,
  StackId,
  Status,
} from '#contracts';
import { createDataSource, SecretBox, startOperation } from '#entities';
import { Broker } from '#messaging';
import { exactJsonText } from '#template';
import type { ExactObject } from '#template';
import { loadConfig } from '../../apps/engine/config';
import { createEngine } from '../../apps/engine/engine';
import type { Engine } from '../../apps/engine/engine';
import { createTestDatabase } from './database';
import { until } from './until';
import { SeverableProxy } from './severable-proxy';
import { createVirtualHost } from './virtual-host';

const PROJECT = 'p';

export interface AcceptedStack {
  id: StackId;
  definitionId: string;
  command: CommandMessage;
}

export interface StoredResource {
  name: string;
  action: Action;
  status: Status;
  status_reason: string;
  physical_id: string | null;
}

/** An engine that takes no message by itself and sweeps only when it is told to. */
export interface TestEngine extends Engine {
  /** What it warned of so far. */
  readonly warnings: string[];
  stop(): Promise<void>;
}

interface Parts {
  database: DataSource;
  databaseUrl: string;
  proxy: SeverableProxy;
  brokerUrl: string;
  drop: () => Promise<void>;
}

/** Engines inside this process, with a database and a virtual host of their own, and stacks accepted as the api does. */
export class Engines {
  readonly database: DataSource;
  private readonly key = randomBytes(32);
  readonly secrets = new SecretBox(this.key);
  private readonly running = new Set<TestEngine>();

  private constructor(private readonly parts: Parts) {
    this.database = parts.database;
  }

  static async start(): Promise<Engines> {
    const [databaseServer, host] = await Promise.all([createTestDatabase(), createVirtualHost()]);
    const { url: databaseUrl } = databaseServer;
    const database = createDataSource({ url: databaseUrl, applicationName: 'kiln-test', poolSize: 4 });
    await database.initialize();
    const proxy = await SeverableProxy.start(databaseUrl);
    const drop = async (): Promise<void> => {
      await Promise.all([proxy.stop(), database.destroy()]);
      await host.drop();
      await databaseServer.drop();
    };
    return new Engines({ database, databaseUrl, proxy, brokerUrl: host.url, drop });
  }

  /** Between the engines and PostgreSQL; this object's own database is not behind it. */
  get proxy(): SeverableProxy {
    return this.parts.proxy;
  }

  async startEngine(env: Record<string, string> = {}): Promise<TestEngine> {
    const config = loadConfig(new Environment({ ...this.environment(), ...env }));
    const warnings: string[] = [];
    const write = (line: string): void => void warnings.push((JSON.parse(line) as { msg: string }).msg);
    const log = pino({ level: 'warn' }, { write });
    const settings = { url: config.databaseUrl, applicationName: 'kiln-engine', poolSize: config.databasePoolSize };
    const database = await createDataSource({ ...settings, keyedStatementsOnly: true }).initialize();
    const broker = new Broker({ url: config.rabbitmqUrl, name: 'kiln-engine', log });
    const engine = await createEngine({ config, database, broker, log });
    await engine.heartbeat.start();
    const stop = async (): Promise<void> => {
      this.running.delete(running);
      await engine.worker.drain();
      engine.runner.stop();
      await engine.heartbeat.stop();
      await broker.close();
      await database.destroy();
    };
    const running = { ...engine, warnings, stop };
    this.running.add(running);
    return running;
  }

  /** Stores a stack whose creation is asked for; tells nobody. */
  async accept(template: ExactObject, parameters: ExactObject = {}): Promise<AcceptedStack> {
    const id = randomUUID() as StackId;
    const stack = { id, definitionId: randomUUID(), command: commandFor(id) };
    await this.database.query('INSERT INTO roots (id, project, partition) VALUES ($1, $2, 0)', [id, PROJECT]);
    await this.define(id, stack.definitionId, template, parameters);
    await this.database.query(
      `INSERT INTO stacks (id, root_id, project, name, action, status, operation_id, definition_id, shown_parameters)
       VALUES ($1, $1, $2, $3, 'CREATE', 'IN_PROGRESS', $4, $5, '{}')`,
      [id, PROJECT, `stack-${id}`, stack.command.operation_id, stack.definitionId],
    );
    await this.begin(stack, stack.command.operation_id, 'CREATE');
    return stack;
  }

  /** Makes a delete the stack's current operation, in place of what is being done to it; tells nobody. */
  async acceptDelete(stack: AcceptedStack): Promise<CommandMessage> {
    return this.supersede(stack, 'DELETE');
  }

  /** Makes an update to another template the stack's current operation; tells nobody. */
  async acceptUpdate(
    stack: AcceptedStack,
    template: ExactObject,
    parameters: ExactObject = {},
  ): Promise<CommandMessage> {
    const definitionId = randomUUID();
    await this.define(stack.id, definitionId, template, parameters);
    const command = await this.supersede({ ...stack, definitionId }, 'UPDATE');
    await this.database.query('UPDATE stacks SET definition_id = $2 WHERE id = $1', [stack.id, definitionId]);
    return command;
  }

  /** Makes another action the stack's current operation, by the definition that it has; tells nobody. */
  async acceptAction(stack: AcceptedStack, action: RunnableAction): Promise<CommandMessage> {
    const text = 'SELECT definition_id AS "definitionId" FROM stacks WHERE id = $1';
    const [row] = await this.database.query<[{ definitionId: string }]>(text, [stack.id]);
    return this.supersede({ ...stack, ...row }, action);
  }

  /** Marks a resource as unhealthy, as the api does. */
  async mark(stack: AcceptedStack, name: string, reason: string): Promise<void> {
    const text = `UPDATE resources SET action = 'CHECK', status = 'FAILED', status_reason = $3, marked_unhealthy = true
      WHERE stack_id = $1 AND name = $2`;
    await this.database.query(text, [stack.id, name, reason]);
  }

  private async supersede(stack: AcceptedStack, action: RunnableAction): Promise<CommandMessage> {
    const command = commandFor(stack.id);
    const supersede = `
      WITH superseded AS (
        UPDATE operations SET superseded_by = $2, stage = 'settled', status = 'FAILED', finished_at = now()
        WHERE stack_id = $1 AND stage <> 'settled' RETURNING id)
      DELETE FROM timers WHERE kind = 'operation-deadline' AND operation_id IN (SELECT id FROM superseded)`;
    await this.database.query(supersede, [stack.id, command.operation_id]);
    await this.begin(stack, command.operation_id, action);
    const change = `UPDATE stacks SET operation_id = $2, action = $3, status = 'IN_PROGRESS' WHERE id = $1`;
    await this.database.query(change, [stack.id, command.operation_id, action]);
    return command;
  }

  private async define(
    id: StackId,
    definitionId: string,
    template: ExactObject,
    parameters: ExactObject,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO definitions (id, stack_id, root_id, sealed_template, sealed_files, sealed_environment, sealed_parameters)
       VALUES ($1, $2, $2, $3, $4, $4, $5)`,
      [definitionId, id, ...[template, {}, parameters].map((value) => this.secrets.sealText(exactJsonText(value)))],
    );
  }

  async stack(id: StackId): Promise<{ action: Action; status: Status; status_reason: string; isGone: boolean }> {
    const text = `SELECT action, status, status_reason, deleted_at IS NOT NULL AS "isGone" FROM stacks WHERE id = $1`;
    const [row] = await this.database.query<
      [{ action: Action; status: Status; status_reason: string; isGone: boolean }]
    >(text, [id]);
    return row;
  }

  /** Waits until nothing is IN_PROGRESS any more. */
  async settled(id: StackId): ReturnType<Engines['stack']> {
    return until('the stack is settled', async () => {
      const stack = await this.stack(id);
      return stack.status !== 'IN_PROGRESS' && stack;
    });
  }

  async resources(id: StackId): Promise<StoredResource[]> {
    const text = `SELECT name, action, status, status_reason, physical_id FROM resources WHERE stack_id = $1 ORDER BY name`;
    return this.database.query<StoredResource[]>(text, [id]);
  }

  /** The stack's outputs as they are stored. */
  async outputs(id: StackId): Promise<Json> {
    const [row] = await this.database.query<{ sealed: Buffer }[]>(
      'SELECT sealed_outputs AS sealed FROM stacks WHERE id = $1',
      [id],
    );
    return row === undefined ? null : this.secrets.open(row.sealed);
  }

  /** What is to be told, in order, as `name ACTION STATUS`. */
  async told(): Promise<{ kind: string; text: string }[]> {
    const rows = await this.database.query<{ body: string }[]>('SELECT body FROM outbox ORDER BY id');
    return rows.map(({ body }) => {
      const { type, data } = JSON.parse(body) as { type: string; data: Record<string, string> };
      const name = data['resource_name'] ?? data['stack_name'] ?? '';
      return { kind: type.split('.')[1] ?? '', text: `${name} ${data['action'] ?? ''} ${data['status'] ?? ''}` };
    });
  }

  /** All rows that a message could change, to be compared with what they are later. */
  async everything(): Promise<unknown> {
    const tables = ['operations', 'resources', 'nodes', 'timers', 'outbox'].map((table) =>
      this.database.query<unknown[]>(`SELECT to_json(t) AS row FROM ${table} t ORDER BY t.id`),
    );
    return Promise.all(tables);
  }

  async stop(): Promise<void> {
    this.proxy.restore();
    for (const engine of this.running) await engine.stop();
    await this.parts.drop();
  }

  private environment(): Record<string, string> {
    return {
      DATABASE_URL: this.proxy.url,
      RABBITMQ_URL: this.parts.brokerUrl,
      KILN_SECRET_KEY: this.key.toString('base64'),
      KILN_HEARTBEAT_MS: '100',
      KILN_API_PUBLIC_URL: 'http://kiln.test',
      KILN_RESOURCE_TYPE_MODULES: join(__dirname, 'scripted-type.ts'),
    };
  }

  private async begin(stack: AcceptedStack, id: OperationId, action: RunnableAction): Promise<void> {
    const { id: stackId, definitionId, command } = stack;
    const rootId = stackId as string as RootId;
    await startOperation((text, values) => this.database.query(text, values), {
      ...{ id, stackId, rootId, definitionId, action },
      ...{ project: PROJECT, timeoutMins: 60, requestedBy: 'test', requestId: command.request_id },
    });
  }
}

function commandFor(stackId: StackId): CommandMessage {
  return {
    operation_id: randomUUID() as OperationId,
    stack_id: stackId,
    request_id: `req-${randomUUID()}` as RequestId,
  };
}
