import type { DataSource } from 'typeorm';
import { createTestDatabase } from '../../test/support/database';
import type { TestDatabase } from '../../test/support/database';
import { createDataSource } from './data-source';

describe('the schema', () => {
  let test: TestDatabase;
  let database: DataSource;

  beforeAll(async () => {
    test = await createTestDatabase();
    database = createDataSource({ url: test.url, applicationName: 'kiln-test', poolSize: 2 });
    await database.initialize();
  });

  afterAll(async () => {
    await database.destroy();
    await test.drop();
  });

  it('is what the entities say', async () => {
    const { upQueries } = await database.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('has no migration left to run, and goes down and up again', async () => {
    expect(await database.showMigrations()).toBe(false);
    for (let left = database.migrations.length; left > 0; left -= 1)
      await database.undoLastMigration({ transaction: 'each' });
    const [{ tables }] = await database.query<[{ tables: number }]>(
      `SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
    );
    expect(tables).toBe(0);
    await database.runMigrations({ transaction: 'each' });
    expect(await database.showMigrations()).toBe(false);
  });
});
