import { appendNotifications } from '#entities';
import type { LockedRoot } from '#entities';
import { ENTITIES } from '#entities';
import { template } from '../support/cloud-templates';
import { until } from '../support/until';
import { useKiln } from '../support/use-kiln';
import { expectEveryChangeTold } from '../support/whole';

jest.setTimeout(60_000);

/** Every table whose rows belong to a root. */
const TABLES = ['definitions', 'operations', 'resources', 'nodes', 'timers', 'outbox', 'log_stretches', 'stacks'];

describe('the record of a deleted stack', () => {
  const kiln = useKiln();

  async function rowsOf(root: string): Promise<number> {
    const counts = [
      ...TABLES.map((table) => `SELECT 1 FROM ${table} WHERE root_id = $1`),
      'SELECT 1 FROM roots WHERE id = $1',
    ];
    const [{ rows }] = await kiln.database.query<[{ rows: number }]>(
      `SELECT count(*)::int AS rows FROM (${counts.join(' UNION ALL ')}) found`,
      [root],
    );
    return rows;
  }

  async function deleted(name: string): Promise<string> {
    const id = await kiln.api.create(name, template({ a: { type: 'OS::Heat::RandomString' } }));
    await kiln.api.settled(id);
    await kiln.api.delete(id);
    expect(await kiln.api.settled(id)).toBeUndefined();
    // Nothing is on its way any more to the outbox, the log or its index.
    await expectEveryChangeTold(kiln, id);
    return id;
  }

  async function listed(): Promise<string[]> {
    const { body } = await kiln.api.request<{ stacks: { id: string }[] }>('GET', '/v2/stacks?show_deleted=true');
    return body.stacks.map(({ id }) => id);
  }

  it('names every table that holds something of a root', () => {
    const columns = kiln.database.entityMetadatas.filter(({ columns: all }) =>
      all.some(({ databaseName }) => databaseName === 'root_id'),
    );
    expect(columns.map(({ tableName }) => tableName).sort()).toEqual([...TABLES].sort());
    expect(kiln.database.entityMetadatas).toHaveLength(ENTITIES.length);
  });

  it('stays listed for a month, and then goes with all that was stored', async () => {
    const [old, recent] = [await deleted('old'), await deleted('recent')];
    expect(await listed()).toEqual(expect.arrayContaining([old, recent]));
    await kiln.database.query(`UPDATE stacks SET deleted_at = now() - interval '29 days' WHERE id = $1`, [recent]);
    await kiln.database.query(`UPDATE stacks SET deleted_at = now() - interval '31 days' WHERE id = $1`, [old]);
    await until('the old one is purged', async () => (await rowsOf(old)) === 0);
    expect(await listed()).toEqual([recent]);
    expect(await rowsOf(recent)).toBeGreaterThan(0);
    expect((await kiln.api.request('GET', `/v2/stacks/${old}/events`)).status).toBe(404);
  });

  it('stays as long as something of it is not told', async () => {
    const untold = await deleted('untold');
    const another = await deleted('another');
    for (const notifier of kiln.notifiers.splice(0)) await notifier.kill();
    await kiln.database.transaction(async (manager) => {
      const text =
        'SELECT id, project, partition, sequence, clock_timestamp() AS at FROM roots WHERE id = $1 FOR UPDATE';
      const [root] = await manager.query<LockedRoot[]>(text, [untold]);
      const data = { stack_id: untold, stack_name: 'untold', action: 'DELETE', status: 'COMPLETE' } as const;
      const told = [{ root: root!, notifications: [{ kind: 'stack', data }] as const }];
      await appendNotifications((query, values) => manager.query(query, values), told);
    });
    await kiln.database.query(`UPDATE stacks SET deleted_at = now() - interval '31 days' WHERE id = ANY($1)`, [
      [untold, another],
    ]);
    await until('the other is purged', async () => (await rowsOf(another)) === 0);
    expect(await rowsOf(untold)).toBeGreaterThan(0);
  });
});
