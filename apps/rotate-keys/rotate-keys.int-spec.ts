import { randomBytes, randomUUID } from 'node:crypto';
import { SecretBox, createDataSource } from '#entities';
import { createTestDatabase } from '../../test/support/database';
import { KeyRotation } from './key-rotation';
import { SealedRows } from './sealed-rows';
import { sealedTablesOf } from './sealed-tables';
import { rotateKeys, startRotation } from '../../test/support/rotate-keys';
import { until } from '../../test/support/until';
import type { DataSource } from 'typeorm';
import type { TestDatabase } from '../../test/support/database';

const [OLD, NEW, LOST] = [randomBytes(32), randomBytes(32), randomBytes(32)];
const [old, renewed] = [new SecretBox(OLD), new SecretBox(NEW)];
const text = (...keys: Buffer[]): string => keys.map((key) => key.toString('base64')).join(',');

let test: TestDatabase;
let database: DataSource;
let tables: SealedRows[];

beforeEach(async () => {
  test = await createTestDatabase();
  database = createDataSource({ url: test.url, applicationName: 'kiln-test', poolSize: 4 });
  await database.initialize();
  tables = sealedTablesOf(database).map((table) => new SealedRows(database, table, renewed.prefix));
});

afterEach(async () => {
  await database.destroy();
  await test.drop();
});

const NODE = `INSERT INTO nodes (id, operation_id, root_id, resource_id, phase, task, state, waiting_for, dependents, sealed_step_state)
  SELECT i, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'forward', 'create', 'parked', 0, '{}', s
  FROM unnest($1::bytea[]) WITH ORDINALITY AS n(s, i)`;

/** Nodes with the ids 1… and a sealed number each, the same. */
async function plantNodes(count: number, box = old): Promise<void> {
  await database.query(NODE, [Array.from({ length: count }, (_, index) => box.seal(index + 1))]);
}

async function statesUnder(box: SecretBox): Promise<number[]> {
  const rows = await database.query<{ state: Buffer }[]>('SELECT sealed_step_state AS state FROM nodes ORDER BY id');
  return rows
    .filter(({ state }) => state.subarray(0, 5).equals(box.prefix))
    .map(({ state }) => Number(box.open(state)));
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('the rotation of keys', () => {
  /** Bytes that are no sealed values: digests that nothing can be read from. */
  const DIGESTS = ['idempotency_keys.body_hmac', 'tokens.hash', 'resources.signal_digest', 'signals.key'];

  it('knows every sealed column of the schema, under whichever name', async () => {
    const columns = await database.query<{ name: string }[]>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND (column_name LIKE 'sealed\\_%' OR udt_name IN ('bytea', '_bytea'))`,
    );
    const known = tables.flatMap(({ table }) => table.sealed.map((column) => `${table.name}.${column}`));
    expect([...known, ...DIGESTS].sort()).toEqual(columns.map(({ name }) => name).sort());
    expect(known).toContain('resources.sealed_set_metadata');
  });

  it('seals all anew, each value as it was, after which the old key can go', async () => {
    const types = { uuid: () => randomUUID(), bigint: () => 7, text: () => 'x' };
    for (const { table } of tables) await plantRow(table.name, types);
    expect(await rotateKeys(test.url, text(NEW, OLD), '--check')).toMatchObject({ code: 3 });
    const { code, stdout } = await rotateKeys(test.url, text(NEW, OLD));
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining(`${old.keyIds[0]} can go from KILN_SECRET_KEY`) as string,
    ]);
    for (const { table } of tables) {
      const [row] = await database.query<Record<string, Buffer>[]>(
        `SELECT ${table.sealed.join(', ')} FROM ${table.name}`,
      );
      for (const column of table.sealed) expect(renewed.openText(row![column]!)).toBe(`{"${column}":2.0}`);
    }
    expect(await rotateKeys(test.url, text(NEW), '--check')).toEqual({
      code: 0,
      stdout: `All is sealed with the key ${renewed.keyIds[0]}.\n`,
      stderr: '',
    });
  });

  /** A row whose sealed columns each hold a text of their own, under the old key. */
  async function plantRow(table: string, samples: Record<string, () => unknown>): Promise<void> {
    const columns = await database.query<{ name: string; type: string }[]>(
      `SELECT column_name AS name, udt_name AS type FROM information_schema.columns
       WHERE table_name = $1 AND table_schema = 'public'
         AND (column_name LIKE 'sealed\\_%' OR is_nullable = 'NO' AND column_default IS NULL)`,
      [table],
    );
    const names: Record<string, string> = { int8: 'bigint', int4: 'bigint', int2: 'bigint' };
    const sampleOf = (name: string, type: string): unknown => {
      if (type === 'bytea') return old.sealText(`{"${name}":2.0}`);
      if (type.startsWith('_')) return [];
      return type === 'json' ? '{}' : samples[names[type] ?? type]?.();
    };
    await database.query(
      `INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')})
       VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
      columns.map(({ name, type }) => sampleOf(name, type)),
    );
  }

  it('goes on where it was killed, in the middle of a table', async () => {
    await plantNodes(250);
    const gate = database.createQueryRunner();
    // The second hundred meets a row whose writing waits.
    await gate.query('SELECT pg_advisory_lock(4712)');
    await database.query(`CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM pg_advisory_xact_lock(4712); RETURN NEW; END'`);
    await database.query(
      'CREATE TRIGGER waits BEFORE UPDATE ON nodes FOR EACH ROW WHEN (NEW.id = 150) EXECUTE FUNCTION wait()',
    );
    const running = startRotation(test.url, text(NEW, OLD));
    await until('it waits', async () => (await waiting()) === 1);
    running.child.kill('SIGKILL');
    expect((await running.ended).code).toBe(Number.NaN);
    await gate.query('SELECT pg_advisory_unlock(4712)');
    await gate.release();
    await until('its session is gone', async () => (await sessions()) === 0);
    // The server ends the statement that it had been sent, though nobody hears of it.
    expect(await statesUnder(renewed)).toEqual(upTo(200));
    expect(await rotateKeys(test.url, text(NEW, OLD), '--check')).toMatchObject({
      code: 3,
      stdout: `50 values are sealed with the key ${old.keyIds[0]}: run this again. If they become more, some process still has that key first.\n`,
    });
    await database.query('DROP TRIGGER waits ON nodes');
    expect(await rotateKeys(test.url, text(NEW, OLD))).toMatchObject({ code: 0 });
    expect(await statesUnder(renewed)).toEqual(upTo(250));
  });

  const SESSIONS = `SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE application_name = 'kiln-rotate-keys' AND datname = current_database()`;

  async function sessions(condition = 'true'): Promise<number> {
    return (await database.query<[{ count: number }]>(`${SESSIONS} AND ${condition}`))[0].count;
  }

  function waiting(): Promise<number> {
    return sessions(`wait_event_type = 'Lock'`);
  }

  it('overwrites nothing that was written since it was read', async () => {
    await plantNodes(3);
    const nodes = tables.find(({ table }) => table.name === 'nodes')!;
    const read = await nodes.read([[1], [2], [3]]);
    const anew = read.map((row) => ({ ...row, resealed: row.values.map((value) => renewed.seal(old.open(value!))) }));
    await database.query('UPDATE nodes SET sealed_step_state = $1, waiting_for = 5 WHERE id = 2', [old.seal('newer')]);
    await database.query('UPDATE nodes SET waiting_for = 6 WHERE id = 3');
    expect(await nodes.replace(anew)).toBe(2);
    const rows = await database.query<{ state: Buffer; waiting_for: number }[]>(
      'SELECT sealed_step_state AS state, waiting_for FROM nodes ORDER BY id',
    );
    const both = new SecretBox(NEW, OLD);
    expect(rows.map(({ state, waiting_for: left }) => [both.open(state), left])).toEqual([
      [1, 0],
      ['newer', 5],
      [3, 6],
    ]);
  });

  it('waits for no lock, says what it left, and takes it the next time', async () => {
    await plantNodes(3);
    const holder = database.createQueryRunner();
    await holder.startTransaction();
    await holder.query('UPDATE nodes SET waiting_for = 7 WHERE id = 2');
    const lines: string[] = [];
    const rotation = new KeyRotation(tables, new SecretBox(NEW, OLD), (...line) => lines.push(line.join(' ')));
    expect(await rotation.run()).toEqual({
      found: new Map([[old.keyIds[0], 1]]),
      leftAlone: 0,
      resealed: 0,
      faults: [],
    });
    expect(lines).toEqual(['nodes 3 2', 'nodes 3 0']);
    await holder.commitTransaction();
    await holder.release();
    expect(await rotation.run()).toMatchObject({ found: new Map(), resealed: 0 });
    expect(await statesUnder(renewed)).toEqual([1, 2, 3]);
  });

  it('names a key that it does not have, and what to do, and seals the rest', async () => {
    await plantNodes(1);
    await database.query('UPDATE nodes SET id = 3');
    await plantNodes(2, new SecretBox(LOST));
    const { code, stdout, stderr } = await rotateKeys(test.url, text(NEW, OLD));
    const [lost] = new SecretBox(LOST).keyIds;
    expect(code).toBe(3);
    expect(stdout).toContain(`2 values are sealed with the key ${lost}, which KILN_SECRET_KEY does not hold: add it`);
    for (const key of [NEW, OLD, LOST]) expect(stdout + stderr).not.toContain(key.toString('base64'));
    expect(await statesUnder(renewed)).toEqual([1]);
    expect(await rotateKeys(test.url, text(NEW, LOST))).toMatchObject({ code: 0 });
  });

  it('says which value was altered', async () => {
    await plantNodes(2);
    await database.query(
      'UPDATE nodes SET sealed_step_state = set_byte(sealed_step_state, 33, 255 - get_byte(sealed_step_state, 33)) WHERE id = 2',
    );
    const { code, stdout } = await rotateKeys(test.url, text(NEW, OLD));
    expect([code, stdout]).toEqual([3, expect.stringContaining('nodes 2, sealed_step_state: ') as string]);
    expect(stdout).toContain('it was altered');
    expect(await statesUnder(renewed)).toEqual([1]);
  });

  it('refuses what it cannot work with', async () => {
    const wrong = await rotateKeys(test.url, 'AAAA');
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      expect.stringContaining('KILN_SECRET_KEY must be 32 bytes') as string,
    ]);
    expect(await rotateKeys(test.url, text(NEW), '--all')).toMatchObject({ code: 2, stdout: '' });
    const away = await rotateKeys('postgres://kiln:hidden@127.0.0.1:1/kiln', text(NEW));
    expect([away.code, away.stderr]).toEqual([1, expect.not.stringContaining('hidden')]);
  });
});
