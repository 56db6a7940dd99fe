import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#entities';
import { ApiInProcess } from '../../test/support/api-in-process';
import { createTestDatabase } from '../../test/support/database';
import type { TestDatabase } from '../../test/support/database';
import { rotateKeys } from '../../test/support/rotate-keys';

const [OLD, NEW] = [randomBytes(32), randomBytes(32)];
const text = (...keys: Buffer[]): string => keys.map((key) => key.toString('base64')).join(',');

let test: TestDatabase;
let database: DataSource;

beforeEach(async () => {
  test = await createTestDatabase();
  database = createDataSource({ url: test.url, applicationName: 'kiln-test', poolSize: 1 });
  await database.initialize();
});

afterEach(async () => {
  await database.destroy();
  await test.drop();
});

describe('an api after a rotation', () => {
  const TEMPLATE = {
    heat_template_version: '2021-04-16',
    parameters: { secret: { type: 'string', hidden: true } },
  };

  async function withApi<T>(keys: string, work: (api: ApiInProcess) => Promise<T>): Promise<T> {
    const api = await ApiInProcess.start({ env: { KILN_SECRET_KEY: keys }, database: { url: test.url } });
    try {
      return await work(api);
    } finally {
      await api.stop();
    }
  }

  const create = (api: ApiInProcess, secret = 'planted'): ReturnType<typeof api.admin.request> =>
    api.admin.request(
      'POST',
      '/v2/stacks',
      { stack_name: 'one', template: TEMPLATE, parameters: { secret } },
      { 'idempotency-key': 'k' },
    );

  it('reads all that there was, and knows its Idempotency-Keys, with the new key alone', async () => {
    const first = await withApi(text(OLD), (api) => create(api));
    expect(first.status).toBe(202);
    const { stack } = first.body as { stack: { id: string } };
    for (const keys of [text(OLD, NEW), text(NEW, OLD)]) {
      expect((await withApi(keys, (api) => create(api))).body).toEqual(first.body);
    }
    expect(await rotateKeys(test.url, text(NEW, OLD))).toMatchObject({ code: 0 });
    await withApi(text(NEW), async (api) => {
      expect((await create(api)).body).toEqual(first.body);
      expect((await create(api, 'another')).status).toBe(422);
      const template = await api.admin.request('GET', `/v2/stacks/${stack.id}/template`);
      expect(template).toMatchObject({ status: 200, body: { parameters: TEMPLATE.parameters } });
    });
  });

  it('that was given the new key too early cannot read what there was, loses nothing of it, and shows no key', async () => {
    const first = await withApi(text(OLD), (api) => create(api));
    const { stack } = first.body as { stack: { id: string } };
    await withApi(text(NEW), async (api) => {
      const template = await api.admin.request('GET', `/v2/stacks/${stack.id}/template`);
      expect([template.status, (await create(api)).status]).toEqual([500, 500]);
      for (const key of [OLD, NEW]) expect(template.text).not.toContain(key.toString('base64'));
    });
    expect((await withApi(text(NEW, OLD), (api) => create(api))).body).toEqual(first.body);
  });

  it('knows Idempotency-Keys of an earlier version, which keep their key in use for a day', async () => {
    const first = await withApi(text(OLD), (api) => create(api));
    await database.query('UPDATE idempotency_keys SET sealed_body_digest = NULL');
    const { code, stdout } = await rotateKeys(test.url, text(NEW, OLD));
    expect([code, stdout]).toEqual([3, expect.stringContaining('1 of them are answers to Idempotency-Keys') as string]);
    await withApi(text(NEW, OLD), async (api) => {
      expect((await create(api)).body).toEqual(first.body);
      expect((await create(api, 'another')).status).toBe(422);
    });
  });
});
