import { chmodSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'amqplib';
import type { ChannelModel } from 'amqplib';
import { Client } from 'pg';
import { bringServers, discardHome, startPostgres, startRabbit } from '#servers';
import type { PostgresServer, RabbitServer, Servers } from '#servers';

jest.setTimeout(120_000);

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'kiln-servers-'));
  chmodSync(home, 0o711);
});
afterAll(() => discardHome(home));

/** Whoever listens on every address keeps us from listening on the same port of another one. */
async function isHeardEverywhere(port: number): Promise<boolean> {
  const other = createServer();
  const heard = await new Promise<boolean>((resolve) => {
    other.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRINUSE'));
    other.listen(port, '127.0.0.2', () => resolve(false));
  });
  other.close();
  return heard;
}

describe('an embedded PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => (server = await startPostgres({ home })));
  afterAll(() => server.stop());

  async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(text)).rows;
    } finally {
      await client.end();
    }
  }

  function inDatabase(url: string, name: string): string {
    return Object.assign(new URL(url), { pathname: `/${name}` }).href;
  }

  it('serves Kiln as a role that owns its database and is no superuser', async () => {
    const text = 'SELECT current_database() AS database, rolsuper FROM pg_roles WHERE rolname = current_user';
    expect(await query(server.url, text)).toEqual([{ database: 'kiln', rolsuper: false }]);
    await query(server.url, 'CREATE TABLE owned (id int)');
  });

  it('is heard on loopback only', async () => {
    expect(await isHeardEverywhere(Number(new URL(server.url).port))).toBe(false);
  });

  it('is durable', async () => {
    const names = ['fsync', 'full_page_writes', 'synchronous_commit'];
    const rows = await query(
      server.url,
      `SELECT name, setting FROM pg_settings WHERE name IN ('${names.join("','")}') ORDER BY name`,
    );
    expect(rows.map(({ setting }) => setting)).toEqual(['on', 'on', 'on']);
  });

  it('lets nobody in without the password', async () => {
    const url = Object.assign(new URL(server.url), { password: 'wrong' }).href;
    await expect(query(url, 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  it('lets the provider make databases, and keeps it out of Kiln’s', async () => {
    await query(server.providerUrl, 'CREATE DATABASE provided');
    await query(inDatabase(server.providerUrl, 'provided'), 'CREATE TABLE theirs (id int)');
    await query(server.providerUrl, 'DROP DATABASE provided');
    const refused = 'permission denied';
    await expect(query(inDatabase(server.providerUrl, 'kiln'), 'SELECT 1')).rejects.toThrow(refused);
    await expect(query(server.providerUrl, 'CREATE DATABASE stolen TEMPLATE kiln')).rejects.toThrow(refused);
    await expect(query(server.providerUrl, 'CREATE ROLE other')).rejects.toThrow(refused);
  });

  describe('named by the user', () => {
    async function bring(url: string): Promise<{ servers: Servers; said: string }> {
      const said: string[] = [];
      const servers = await bringServers({
        home: join(home, 'given'),
        given: { DATABASE_URL: url, RABBITMQ_URL: 'amqp://somewhere' },
        composeFile: '',
        say: (sentence) => said.push(sentence),
      });
      return { servers, said: said.join('\n') };
    }

    it('is used as it is, with a provider of its own where roles can be made', async () => {
      const url = inDatabase(server.superuserUrl, 'kiln');
      const { servers, said } = await bring(url);
      expect(servers.running).toEqual([]);
      expect(servers.variables).toMatchObject({ DATABASE_URL: url, RABBITMQ_URL: 'amqp://somewhere' });
      const provider = servers.variables['KILN_PROVIDER_DATABASE_URL'] ?? '';
      await query(provider, 'CREATE DATABASE given');
      await expect(query(inDatabase(provider, 'kiln'), 'SELECT 1')).rejects.toThrow('permission denied');
      expect(said).toContain('RABBITMQ_MANAGEMENT_URL is not set');
    });

    it('is used without a provider, which is said, where roles cannot be made', async () => {
      const { servers, said } = await bring(server.url);
      expect(servers.variables).not.toHaveProperty('KILN_PROVIDER_DATABASE_URL');
      expect(said).toMatch(/Kiln::PostgreSQL::Database can't be used: .*permission denied.*KILN_PROVIDER_DATABASE_URL/);
    });
  });

  it('has the same data at the same place after a crash', async () => {
    const { url, pid } = server;
    await query(url, 'CREATE TABLE kept (id int)');
    await query(url, 'INSERT INTO kept VALUES (7)');
    await server.kill();
    await expect(query(url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
    await server.start();
    expect(server.url).toBe(url);
    expect(server.pid).not.toBe(pid);
    expect(await query(url, 'SELECT id FROM kept')).toEqual([{ id: 7 }]);
  });

  it('begins from nothing at the same place after a wipe', async () => {
    const { url } = server;
    await server.wipe();
    await server.start();
    expect(await query(url, "SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = 'public'")).toEqual([
      { tables: 0 },
    ]);
  });

  it('is not started twice on one home', async () => {
    await expect(startPostgres({ home })).rejects.toThrow(`PostgreSQL already runs here (process ${server.pid ?? 0}`);
  });
});

describe('a private RabbitMQ', () => {
  let server: RabbitServer;
  beforeAll(async () => (server = await startRabbit({ home })));
  afterAll(() => server.stop());

  async function withBroker<T>(url: string, work: (broker: ChannelModel) => Promise<T>): Promise<T> {
    const broker = await connect(url);
    broker.on('error', () => undefined);
    try {
      return await work(broker);
    } finally {
      await broker.close();
    }
  }

  /** A durable queue with one confirmed message in it. */
  function fillQueue(name: string): Promise<void> {
    return withBroker(server.url, async (broker) => {
      const channel = await broker.createConfirmChannel();
      await channel.assertQueue(name, { durable: true });
      channel.sendToQueue(name, Buffer.from('kept'), { persistent: true });
      await channel.waitForConfirms();
    });
  }

  /** The message at the head of the queue; undefined where there is none. */
  function readQueue(name: string): Promise<string | undefined> {
    return withBroker(server.url, async (broker) => {
      const channel = await broker.createChannel();
      const message = await channel.get(name);
      return message === false ? undefined : message.content.toString();
    });
  }

  async function manage(url: string, path: string): Promise<{ status: number; body: unknown }> {
    const { origin, username, password } = new URL(url);
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    const response = await fetch(`${origin}/api/${path}`, { headers: { authorization } });
    return { status: response.status, body: await response.json() };
  }

  async function namesOf(path: string): Promise<string[]> {
    const { body } = await manage(server.managementUrl, path);
    return (body as { name: string }[]).map(({ name }) => name).sort();
  }

  it('knows Kiln and the provider, and no guest', async () => {
    expect(await namesOf('users')).toEqual(['kiln', 'kiln_provider']);
    const guest = Object.assign(new URL(server.url), { username: 'guest', password: 'guest' }).href;
    await expect(connect(guest)).rejects.toThrow('ACCESS_REFUSED');
  });

  it('is heard on loopback only', async () => {
    const ports = [server.url, server.managementUrl].map((url) => Number(new URL(url).port));
    expect(await Promise.all(ports.map(isHeardEverywhere))).toEqual([false, false]);
  });

  it('shows the provider its own vhost and nothing else', async () => {
    const { body } = await manage(server.providerManagementUrl, 'vhosts');
    expect((body as { name: string }[]).map(({ name }) => name)).toEqual([server.providerVhost]);
    expect((await manage(server.providerManagementUrl, 'users')).status).toBe(401);
    const { username, password } = new URL(server.providerManagementUrl);
    const elsewhere = Object.assign(new URL(server.url), { username, password }).href;
    await expect(connect(elsewhere)).rejects.toThrow(/NOT_ALLOWED|ConnectionClose/);
  });

  it('has the same messages at the same place after a stop', async () => {
    await fillQueue('kept');
    await server.stop();
    await expect(connect(server.url)).rejects.toThrow('ECONNREFUSED');
    await server.start();
    expect(await readQueue('kept')).toBe('kept');
  });

  it('begins from nothing at the same place after a wipe, but for the provider', async () => {
    const { url, pid } = server;
    await fillQueue('lost');
    await server.wipe();
    await expect(connect(url)).rejects.toThrow('ECONNREFUSED');
    await server.start();
    expect(server.url).toBe(url);
    expect(server.pid).not.toBe(pid);
    expect(await namesOf('queues')).toEqual([]);
    expect(await namesOf('vhosts')).toEqual(['/', 'kiln-resources']);
  });
});
