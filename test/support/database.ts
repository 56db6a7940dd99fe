import { createHash, randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { processEnvironment } from '#configuration';
import { createDataSource } from '#entities';
import { checkNotifications } from './contract/notification-checker';
import { UNWATCH_OUTBOX, WATCH_OUTBOX, toldIn } from './contract/watched-outbox';

export interface TestDatabase {
  url: string;
  /** Sees too that every notification which was committed in it is as docs/asyncapi.json describes it. */
  drop(): Promise<void>;
}

/** Taken while the template is looked for or made, so that test files that start together make it once. */
const TEMPLATE_LOCK = 7_154_601;

/** A database of the newest schema for one test file, cloned from a template that is migrated once for each schema. */
export async function createTestDatabase({ isWatched = true } = {}): Promise<TestDatabase> {
  const serverUrl = processEnvironment().text('DATABASE_URL', { description: 'PostgreSQL for tests' });
  const name = `kiln_test_${randomBytes(8).toString('hex')}`;
  await withServer(serverUrl, async (server) => {
    const template = await ensureTemplate(server, serverUrl);
    await server.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  });
  const url = urlOf(serverUrl, name);
  if (!isWatched) await withServer(url, (database) => database.query(UNWATCH_OUTBOX));
  const drop = async (): Promise<void> => {
    const told = isWatched ? await withServer(url, toldIn) : [];
    await withServer(serverUrl, async (server) => {
      await server.query(END_SESSIONS, [name]);
      // Without FORCE: that may not end autovacuum, which a plain DROP waits for.
      await server.query(`DROP DATABASE IF EXISTS ${name}`);
    });
    checkNotifications(told);
  };
  return { url, drop };
}

const END_SESSIONS =
  'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = current_user';

async function withServer<T>(url: string, work: (server: DataSource) => Promise<T>): Promise<T> {
  const server = new DataSource({ type: 'postgres', url, installExtensions: false, poolSize: 1 });
  await server.initialize();
  try {
    return await work(server);
  } finally {
    await server.destroy();
  }
}

async function ensureTemplate(server: DataSource, serverUrl: string): Promise<string> {
  const template = `kiln_template_${await schemaFingerprint()}`;
  await server.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const found = await server.query<unknown[]>('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (found.length === 0) await migrateTemplate(server, serverUrl, template);
  } finally {
    await server.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
  return template;
}

/** Migrated under another name and renamed at the end, so that one that was left half way is never taken for whole. */
async function migrateTemplate(server: DataSource, serverUrl: string, template: string): Promise<void> {
  const draft = `${template}_draft`;
  await server.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await server.query(`CREATE DATABASE ${draft}`);
  const database = createDataSource({ url: urlOf(serverUrl, draft), applicationName: 'kiln-test', poolSize: 1 });
  await database.initialize();
  try {
    await database.runMigrations({ transaction: 'each' });
    await database.query(WATCH_OUTBOX);
  } finally {
    await database.destroy();
  }
  await server.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
}

/** Changes with the statements of every migration, which a runner gathers that runs nothing, and with the watch. */
async function schemaFingerprint(): Promise<string> {
  const { options } = createDataSource({ url: 'postgres://none', applicationName: 'none', poolSize: 1 });
  const hash = createHash('sha256').update(WATCH_OUTBOX);
  const query = (statement: string): Promise<[]> => {
    hash.update(statement);
    return Promise.resolve([]);
  };
  for (const Migration of options.migrations as (new () => { up(runner: object): Promise<unknown> })[]) {
    await new Migration().up({ query });
  }
  return hash.digest('hex').slice(0, 12);
}

function urlOf(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}
