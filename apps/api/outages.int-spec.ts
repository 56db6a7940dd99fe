import { ApiInProcess } from '../../test/support/api-in-process';
import { SeverableProxy } from '../../test/support/severable-proxy';
import { until } from '../../test/support/until';

const TEMPLATE = { heat_template_version: '2018-08-31', resources: { r: { type: 'OS::Heat::None' } } };

describe('while a server is away', () => {
  let database: SeverableProxy;
  let broker: SeverableProxy;
  let api: ApiInProcess;

  beforeAll(async () => {
    api = await ApiInProcess.start({
      reroute: async (urls) => {
        database = await SeverableProxy.start(urls.database);
        broker = await SeverableProxy.start(urls.broker);
        return { database: database.url, broker: broker.url };
      },
    });
    await readiness('ready');
  });

  afterAll(async () => {
    await api.stop();
    await Promise.all([database.stop(), broker.stop()]);
  });

  afterEach(async () => {
    database.restore();
    broker.restore();
    await readiness('ready');
  });

  async function readiness(wanted: 'ready' | 'not ready'): Promise<void> {
    await until(`the api is ${wanted}`, async () => {
      const answer = await api.anonymous.request('GET', '/readyz');
      return (answer.status === 200) === (wanted === 'ready');
    });
  }

  const create = (name: string): ReturnType<typeof api.admin.request> =>
    api.admin.request('POST', '/v2/stacks', { stack_name: name, template: TEMPLATE });

  it('RabbitMQ: accepts all the same', async () => {
    broker.sever();
    await readiness('not ready');
    expect((await create('without-broker')).status).toBe(202);
    const id = await api.admin.create('and-deleted', TEMPLATE);
    expect((await api.admin.request('DELETE', `/v2/stacks/${id}`)).status).toBe(202);
    expect((await api.admin.request('GET', `/v2/stacks/${id}`)).status).toBe(200);
  });

  it('RabbitMQ: is alive, and says what is missing', async () => {
    broker.sever();
    await readiness('not ready');
    expect((await api.anonymous.request('GET', '/healthz')).status).toBe(200);
    expect(await api.anonymous.request('GET', '/readyz')).toMatchObject({
      status: 503,
      body: { status: 503, checks: { postgresql: 'ok', rabbitmq: 'unreachable' } },
    });
  });

  it('PostgreSQL: answers 503 and when to come back, and goes on once it is there again', async () => {
    const id = await api.admin.create('before', TEMPLATE);
    database.sever();
    const answers = await Promise.all([
      create('without-database'),
      api.admin.request('GET', `/v2/stacks/${id}`),
      api.admin.request('GET', '/v2/stacks'),
      api.admin.request('DELETE', `/v2/stacks/${id}`),
      api.admin.request('GET', `/v2/stacks/${id}/resources`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503, 503]);
    for (const { headers, body } of answers) {
      expect(headers.get('retry-after')).toBe('2');
      expect(body).toMatchObject({ type: 'urn:kiln:problem:unavailable' });
    }
    database.restore();
    await readiness('ready');
    expect((await create('without-database')).status).toBe(202);
  });

  it('PostgreSQL: does not take a token for unknown that it can’t look up', async () => {
    const client = await api.clientOf('p', ['reader']);
    database.sever();
    expect((await client.request('GET', '/v2/stacks')).status).toBe(503);
  });

  it('PostgreSQL: survives connections that break while they are used', async () => {
    for (let round = 0; round < 5; round += 1) {
      const answers = Promise.all(Array.from({ length: 10 }, (_, at) => create(`broken-${round}-${at}`)));
      database.dropConnections();
      const statuses = new Set((await answers).map(({ status }) => status));
      expect([...statuses].every((status) => [202, 503].includes(status))).toBe(true);
    }
  });
});
