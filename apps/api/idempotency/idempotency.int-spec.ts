import { randomUUID } from 'node:crypto';
import type { Answer, ApiClient, ShownStack } from '../../../test/support/api-client';
import { ApiInProcess } from '../../../test/support/api-in-process';

const TEMPLATE = { heat_template_version: '2018-08-31' };

describe('requests with an Idempotency-Key', () => {
  let api: ApiInProcess;
  let client: ApiClient;
  let names = 0;

  beforeAll(async () => {
    api = await ApiInProcess.start();
    client = await api.clientOf('p', ['member']);
  });

  afterAll(async () => {
    await api.stop();
  });

  const freshName = (): string => `stack-${(names += 1)}`;

  async function create(key: string, body: object, by = client): Promise<Answer<{ stack: ShownStack }>> {
    return by.request('POST', '/v2/stacks', { template: TEMPLATE, ...body }, { 'idempotency-key': key });
  }

  async function countOf(name: string): Promise<number> {
    const rows = await api.database.query<unknown[]>('SELECT 1 FROM stacks WHERE name = $1', [name]);
    return rows.length;
  }

  it('answer what they answered the first time, with Location and ETag', async () => {
    const [key, name] = [randomUUID(), freshName()];
    const first = await create(key, { stack_name: name });
    await api.database.query(`UPDATE stacks SET status = 'COMPLETE', revision = 9 WHERE name = $1`, [name]);
    const second = await create(key, { stack_name: name });
    expect(second.status).toBe(202);
    expect(second.body).toEqual(first.body);
    for (const header of ['location', 'etag', 'content-type']) {
      expect(second.headers.get(header)).toBe(first.headers.get(header));
    }
    expect(second.headers.get('x-openstack-request-id')).not.toBe(first.headers.get('x-openstack-request-id'));
    expect(await countOf(name)).toBe(1);
  });

  it('make one stack and give 50 equal answers where 50 come at once', async () => {
    const [key, name] = [randomUUID(), freshName()];
    const answers = await Promise.all(Array.from({ length: 50 }, () => create(key, { stack_name: name })));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers[0]!.status).toBe(202);
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect(await countOf(name)).toBe(1);
    const [operations] = await api.database.query<{ count: number }[]>(
      'SELECT count(*)::integer FROM operations WHERE stack_id = $1',
      [answers[0]!.body.stack.id],
    );
    expect(operations!.count).toBe(1);
  });

  it('with another body are a 422, and leave the first one’s answer', async () => {
    const [key, name] = [randomUUID(), freshName()];
    await create(key, { stack_name: name });
    expect((await create(key, { stack_name: freshName() })).status).toBe(422);
    expect((await create(key, { stack_name: name })).status).toBe(202);
  });

  it('keep a refusal too', async () => {
    const [key, name] = [randomUUID(), freshName()];
    const taken = await create(randomUUID(), { stack_name: name });
    const first = await create(key, { stack_name: name });
    await api.database.query('UPDATE stacks SET deleted_at = now() WHERE id = $1', [taken.body.stack.id]);
    const second = await create(key, { stack_name: name });
    expect([first.status, second.status]).toEqual([409, 409]);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('content-type')).toContain('application/problem+json');
    const invalid = await Promise.all([1, 2, 3].map(() => create('invalid', { stack_name: '1' })));
    expect(invalid.map(({ status }) => status)).toEqual([400, 400, 400]);
    expect(new Set(invalid.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it('do not keep what went wrong in Kiln', async () => {
    const [key, name] = [randomUUID(), freshName()];
    await api.database.query('ALTER TABLE outbox RENAME TO outbox_away');
    try {
      expect((await create(key, { stack_name: name })).status).toBe(500);
    } finally {
      await api.database.query('ALTER TABLE outbox_away RENAME TO outbox');
    }
    expect((await create(key, { stack_name: name })).status).toBe(202);
  });

  it('belong to a project, a method and a path', async () => {
    const [key, name] = [randomUUID(), freshName()];
    const other = await api.clientOf('q', ['member']);
    const ours = await create(key, { stack_name: name });
    const theirs = await create(key, { stack_name: name }, other);
    expect(theirs.body.stack.id).not.toBe(ours.body.stack.id);
    const headers = { 'idempotency-key': key };
    expect((await client.request('DELETE', `/v2/stacks/${ours.body.stack.id}`, undefined, headers)).status).toBe(202);
  });

  it('delete once, however often they come', async () => {
    const id = await client.create(freshName(), TEMPLATE);
    const headers = { 'idempotency-key': randomUUID(), 'if-match': '"1"' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => client.request('DELETE', `/v2/stacks/${id}`, undefined, headers)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 202));
  });

  it('are new again after 24 hours', async () => {
    const [key, name] = [randomUUID(), freshName()];
    const first = await create(key, { stack_name: name });
    await api.database.query(`UPDATE idempotency_keys SET created_at = now() - interval '25 hours' WHERE key = $1`, [
      key,
    ]);
    const second = await create(key, { stack_name: freshName() });
    expect(second.status).toBe(202);
    expect(second.body.stack.id).not.toBe(first.body.stack.id);
  });

  it('validate a template the same way', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await client.request('POST', '/v2/validate_template', { template: TEMPLATE }, headers);
    expect(first.status).toBe(200);
    const again = await client.request('POST', '/v2/validate_template', { template: TEMPLATE }, headers);
    expect(again.body).toEqual(first.body);
    const other = await client.request('POST', '/v2/validate_template', { template: {} }, headers);
    expect(other.status).toBe(422);
  });

  it('keep no secret of the body', async () => {
    const key = randomUUID();
    const parameters = { secret: { type: 'string', hidden: true } };
    const body = {
      stack_name: freshName(),
      template: { ...TEMPLATE, parameters },
      parameters: { secret: 'planted-4712' },
    };
    expect((await create(key, body)).status).toBe(202);
    const [row] = await api.database.query<{ dump: string }[]>(
      `SELECT k::text || encode(body_hmac, 'escape') AS dump FROM idempotency_keys k WHERE key = $1`,
      [key],
    );
    expect(row!.dump).not.toContain('planted-4712');
  });

  it('are refused where the key is too long or empty', async () => {
    expect((await create('k'.repeat(256), { stack_name: freshName() })).status).toBe(400);
    expect((await create('', { stack_name: freshName() })).status).toBe(400);
  });
});
