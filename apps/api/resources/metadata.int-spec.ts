import { randomUUID } from 'node:crypto';
import type { CloudEvent } from '#contracts';
import { SecretBox } from '#entities';
import type { Answer, ApiClient } from '../../../test/support/api-client';
import { ApiInProcess } from '../../../test/support/api-in-process';

const KEY = Buffer.alloc(32, 7);
const secrets = new SecretBox(KEY);

let api: ApiInProcess;
let client: ApiClient;
let stack: string;

beforeAll(async () => {
  api = await ApiInProcess.start({ env: { KILN_SECRET_KEY: KEY.toString('base64') } });
  client = await api.clientOf('p', ['member']);
});

afterAll(async () => {
  await api.stop();
});

beforeEach(async () => {
  stack = await client.create(`s-${randomUUID()}`, { heat_template_version: '2018-08-31' });
});

/** A resource with the metadata that its template gave it. */
async function seed(metadata?: object): Promise<void> {
  await api.database.query(
    `INSERT INTO resources (id, stack_id, root_id, definition_id, name, type, made_type, action, status, requires,
       required_by, deletion_policy, sealed_metadata)
     VALUES ($1, $2, $2, $2, 'r', 'OS::Heat::None', 'OS::Heat::None', 'CREATE', 'COMPLETE', '{}', '{}', 'Delete', $3)`,
    [randomUUID(), stack, metadata ? secrets.seal(metadata as never) : null],
  );
}

async function ask(method: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return client.request(method, `/v2/stacks/${stack}/resources/r/metadata`, body, headers);
}

async function told(): Promise<CloudEvent[]> {
  const rows = await api.database.query<{ body: string }[]>('SELECT body FROM outbox WHERE root_id = $1 ORDER BY id', [
    stack,
  ]);
  const events = rows.map(({ body }) => JSON.parse(body) as CloudEvent);
  return events.filter(({ type }) => type.startsWith('kiln.metadata.'));
}

describe('the metadata of a resource', () => {
  it('is empty, or what the template gave it', async () => {
    await seed();
    expect(await ask('GET')).toMatchObject({ status: 200, body: { metadata: {} } });
    await api.database.query('UPDATE resources SET sealed_metadata = $1', [secrets.seal({ deep: { a: [1] } })]);
    expect((await ask('GET')).body).toEqual({ metadata: { deep: { a: [1] } } });
  });

  it('is replaced by PUT and merged into by PATCH, and each is told without what it is', async () => {
    await seed({ a: 1, deep: { b: 'planted', c: 3 } });
    expect((await ask('PATCH', { deep: { c: null, d: 4 } })).body).toEqual({
      metadata: { a: 1, deep: { b: 'planted', d: 4 } },
    });
    expect((await ask('PUT', { metadata: { only: 'planted' } })).body).toEqual({ metadata: { only: 'planted' } });
    expect((await ask('GET')).body).toEqual({ metadata: { only: 'planted' } });
    const events = await told();
    expect(events.map(({ type, subject }) => [type, subject])).toEqual([
      ['kiln.metadata.create.complete', `stacks/${stack}/resources/r`],
      ['kiln.metadata.create.complete', `stacks/${stack}/resources/r`],
    ]);
    expect(JSON.stringify(events)).not.toContain('planted');
  });

  it('can be taken away, which is not the same as what the template gave', async () => {
    await seed({ a: 1 });
    await ask('PUT', {});
    expect((await ask('GET')).body).toEqual({ metadata: {} });
  });

  it('is changed once by requests with one Idempotency-Key', async () => {
    await seed({});
    const headers = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(Array.from({ length: 10 }, async () => ask('PATCH', { n: 1 }, headers)));
    expect(answers.map(({ status, text }) => [status, text])).toEqual(answers.map(() => [200, '{"metadata":{"n":1}}']));
    expect(await told()).toHaveLength(1);
  });

  it('loses nothing of merges at once', async () => {
    await seed();
    const names = Array.from({ length: 20 }, (_, index) => `n${index}`);
    await Promise.all(names.map(async (name) => ask('PATCH', { [name]: name })));
    expect((await ask('GET')).body).toEqual({ metadata: Object.fromEntries(names.map((name) => [name, name])) });
  });

  it.each<[body: unknown, path: string]>([
    [[], ''],
    ['text', ''],
    [{ a: '\0' }, '/a'],
  ])('is not to be had from %j', async (body, path) => {
    await seed();
    expect(await ask('PUT', body)).toMatchObject({ status: 400, body: { errors: [{ path }] } });
    expect(await told()).toEqual([]);
  });

  it('is a 404 where there is no such resource, stack or project', async () => {
    expect((await ask('GET')).status).toBe(404);
    expect((await ask('PUT', {})).status).toBe(404);
    await seed();
    const stranger = await api.clientOf('q', ['member']);
    const path = `/v2/stacks/${stack}/resources/r/metadata`;
    expect((await stranger.request('GET', path)).status).toBe(404);
    expect((await stranger.request('PATCH', path, { a: 1 })).status).toBe(404);
    expect((await client.request('PUT', `/v2/stacks/${randomUUID()}/resources/r/metadata`, {})).status).toBe(404);
  });
});
