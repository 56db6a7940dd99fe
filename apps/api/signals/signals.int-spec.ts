import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { CloudEvent } from '#contracts';
import { digestOfToken, SecretBox } from '#entities';
import type { Answer, ApiClient } from '../../../test/support/api-client';
import { ApiInProcess } from '../../../test/support/api-in-process';

const KEY = Buffer.alloc(32, 7);
const secrets = new SecretBox(KEY);
const KIB = 1_024;

let api: ApiInProcess;
let client: ApiClient;
let stack: string;
let resource: string;
let token: string;

beforeAll(async () => {
  api = await ApiInProcess.start({ env: { KILN_SECRET_KEY: KEY.toString('base64') } });
  client = await api.clientOf('p', ['member']);
});

afterAll(async () => {
  await api.stop();
});

beforeEach(async () => {
  stack = await client.create(`s-${randomUUID()}`, { heat_template_version: '2018-08-31' });
  [resource, token] = [randomUUID(), randomBytes(32).toString('base64url')];
});

async function seed(type = 'OS::Heat::WaitConditionHandle', action = 'CREATE'): Promise<void> {
  await api.database.query(
    `INSERT INTO resources (id, stack_id, root_id, definition_id, name, type, made_type, action, status, requires,
       required_by, deletion_policy, signal_digest)
     VALUES ($1, $2, $2, $2, 'r', $3, $3, $4, 'COMPLETE', '{}', '{}', 'Delete', $5)`,
    [resource, stack, type, action, digestOfToken(token)],
  );
}

/** A node of the stack's operation that waits for somebody's signals. */
async function park(awaits: string, stage = 'running'): Promise<number> {
  const [{ id }] = await api.database.query<[{ id: number }]>(
    `INSERT INTO nodes (id, operation_id, root_id, resource_id, phase, task, state, waiting_for, dependents, awaits)
     SELECT nextval('node_ids'), operation_id, id, $2, 'forward', 'create', 'parked', 0, '{}', $2 FROM stacks WHERE id = $1
     RETURNING id`,
    [stack, awaits],
  );
  const count = 'UPDATE operations SET stage = $2, total = total + 1, parked = parked + 1 WHERE stack_id = $1';
  await api.database.query(count, [stack, stage]);
  return id;
}

async function counted(): Promise<{ parked: number; published: number; ready: number }> {
  const text = 'SELECT parked, published, ready FROM operations WHERE stack_id = $1';
  const [row] = await api.database.query<[{ parked: number; published: number; ready: number }]>(text, [stack]);
  return row;
}

async function stateOf(node: number): Promise<string> {
  const [{ state }] = await api.database.query<[{ state: string }]>('SELECT state FROM nodes WHERE id = $1', [node]);
  return state;
}

async function signal(body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return client.request('POST', `/v2/stacks/${stack}/resources/r/signal`, body, headers);
}

async function stored(): Promise<unknown[]> {
  const text = 'SELECT sealed_body FROM signals WHERE resource_id = $1 ORDER BY id';
  const rows = await api.database.query<{ sealed_body: Buffer }[]>(text, [resource]);
  return rows.map(({ sealed_body: sealed }) => secrets.open(sealed));
}

async function told(): Promise<CloudEvent[]> {
  const text = 'SELECT body FROM outbox WHERE root_id = $1 ORDER BY id';
  const rows = await api.database.query<{ body: string }[]>(text, [stack]);
  return rows.map(({ body }) => JSON.parse(body) as CloudEvent).filter(({ type }) => type.startsWith('kiln.signal.'));
}

describe('a signal', () => {
  it('is stored, told without what it says, and lets go who waits for it, and nobody else', async () => {
    await seed();
    const [waiting, other] = [await park(resource), await park(randomUUID())];
    const answer = await signal({ id: 'a', data: 'planted', reason: 'planted' });
    expect([answer.status, answer.text]).toEqual([202, '']);
    expect(await stored()).toEqual([{ id: 'a', status: 'SUCCESS', data: 'planted', reason: 'planted' }]);
    expect([await stateOf(waiting), await stateOf(other)]).toEqual(['published', 'parked']);
    expect(await counted()).toEqual({ parked: 1, published: 1, ready: 0 });
    const events = await told();
    expect(events.map(({ subject, data }) => [subject, data.status_reason])).toEqual([
      [`stacks/${stack}/resources/r`, 'signalled SUCCESS'],
    ]);
    expect(JSON.stringify(events)).not.toContain('planted');
  });

  it('takes the place of the one with its id, behind all others', async () => {
    await seed();
    for (const body of [{ id: 1, data: 'old' }, { id: 'b' }, { id: '1', data: 'new' }]) await signal(body);
    expect(await stored()).toMatchObject([
      { id: 'b', data: null },
      { id: '1', data: 'new' },
    ]);
  });

  it('gets the next number that none has where it has no id', async () => {
    await seed();
    await signal({ id: '2' });
    await signal();
    expect((await signal(undefined, { 'content-type': 'application/json' })).status).toBe(202);
    expect(await stored()).toMatchObject([{ id: '2' }, { id: '3', reason: 'Signal 3 received' }, { id: '4' }]);
  });

  it('is stored once with one Idempotency-Key, and each of many at once is', async () => {
    await seed();
    const headers = { 'idempotency-key': randomUUID() };
    await Promise.all(Array.from({ length: 5 }, async () => signal({}, headers)));
    expect(await stored()).toHaveLength(1);
    await Promise.all(Array.from({ length: 10 }, async () => signal({})));
    expect(await stored()).toHaveLength(11);
    expect(await told()).toHaveLength(11);
  });

  it('lets nobody go of an operation that is over', async () => {
    await seed();
    const node = await park(resource, 'settled');
    expect((await signal({})).status).toBe(202);
    expect(await stateOf(node)).toBe('parked');
    expect(await counted()).toEqual({ parked: 1, published: 0, ready: 0 });
  });

  it('comes with a token from anybody, who learns nothing without one', async () => {
    await seed();
    const send = async (known: string, body?: unknown): Promise<Answer> =>
      api.anonymous.request('POST', `/v2/signals/${known}`, body);
    expect((await send(token, { id: 'a' })).status).toBe(202);
    expect(await stored()).toHaveLength(1);
    const wrong = await send(token, { status: 'PERHAPS' });
    expect([wrong.status, (wrong.body as { instance: string }).instance]).toEqual([400, '/v2/signals/******']);
    expect((await send(token.toLowerCase(), { status: 'PERHAPS' })).status).toBe(404);
    expect((await api.anonymous.request('POST', `/v2/signals/${token}?a=1`)).status).toBe(400);
    await api.database.query('DELETE FROM resources WHERE id = $1', [resource]);
    expect((await send(token, { id: 'b' })).status).toBe(404);
    expect(await stored()).toHaveLength(1);
  });

  it.each<[body: unknown, detail: RegExp]>([
    [[], /JSON object/],
    ['text', /JSON object/],
    [{ status: 'success' }, /SUCCESS or FAILURE/],
    [{ state: 'SUCCESS' }, /only the keys status, id, reason, data/],
    [{ id: '' }, /1 to 255/],
    [{ id: [1] }, /1 to 255/],
    [{ reason: 'x'.repeat(1_001) }, /1000 characters/],
    [{ unset_hook: 'pre-update' }, /no such hook/],
  ])('is refused that says %j', async (body, detail) => {
    await seed();
    expect(await signal(body)).toMatchObject({
      status: 400,
      body: { errors: [{ detail: expect.stringMatching(detail) as string }] },
    });
    expect([await stored(), await told()]).toEqual([[], []]);
  });

  it('is refused by what takes none, by what is not made yet, and by what is not there', async () => {
    expect((await signal({})).status).toBe(404);
    await seed('OS::Heat::None');
    expect(await signal({})).toMatchObject({ status: 400 });
    await api.database.query(`UPDATE resources SET made_type = 'OS::Nova::Server' WHERE id = $1`, [resource]);
    expect(await signal({})).toMatchObject({ status: 400 });
    await api.database.query('DELETE FROM resources WHERE id = $1', [resource]);
    await seed('OS::Heat::WaitConditionHandle', 'INIT');
    expect(await signal({})).toMatchObject({ status: 409 });
    const stranger = await api.clientOf('q', ['member']);
    expect((await stranger.request('POST', `/v2/stacks/${stack}/resources/r/signal`, {})).status).toBe(404);
    expect(await stored()).toEqual([]);
  });

  it('is bounded in size, in number, and in the size of all together', async () => {
    await seed();
    const large = { data: 'x'.repeat(64 * KIB) };
    expect((await signal(large)).status).toBe(413);
    expect((await api.anonymous.request('POST', `/v2/signals/${token}`, large)).status).toBe(413);
    expect((await api.anonymous.request('POST', '/v2/signals/unknown', large)).status).toBe(413);
    const fill = async (count: number, bytes: number): Promise<void> => {
      await api.database.query('DELETE FROM signals');
      const keys = Array.from({ length: count }, (_, number) => createHash('sha256').update(`n${number}`).digest());
      const text = 'INSERT INTO signals (resource_id, key, sealed_body) SELECT $1, k, $3 FROM unnest($2::bytea[]) k';
      await api.database.query(text, [resource, keys, Buffer.alloc(bytes)]);
    };
    await fill(1_000, 100);
    expect(await signal({ id: 'another' })).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('1000 signals') as string },
    });
    expect((await signal({ id: 'n0' })).status).toBe(202);
    await fill(16, 63 * KIB);
    expect(await signal({ data: 'x'.repeat(20 * KIB) })).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('1 MiB') as string },
    });
    expect((await signal({ data: 'x'.repeat(10 * KIB) })).status).toBe(202);
  });
});
