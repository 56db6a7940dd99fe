import { processEnvironment } from '#configuration';
import { createDataSource } from '#entities';
import { loadConfig } from './config';

/** Brings the database to the newest schema; safe to run again, and by several at once. */
async function migrate(): Promise<void> {
  const { databaseUrl: url } = loadConfig(processEnvironment());
  const database = createDataSource({ url, applicationName: 'kiln-migrate', poolSize: 2 });
  await database.initialize();
  try {
    // An advisory lock lets a second migrator wait for the first and then find nothing to do.
    const lock = database.createQueryRunner();
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await database.runMigrations({ transaction: 'each' });
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.release();
  } finally {
    await database.destroy();
  }
}

const MIGRATION_LOCK = 7_154_600;

migrate().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
