import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { ApiInProcess } from '../../../test/support/api-in-process';
import { until } from '../../../test/support/until';

interface ShownService {
  id: string;
  kind: string;
  name: string;
  holds: Record<string, unknown>;
  started_at: string;
  heartbeat_at: string;
}

describe('the list of services', () => {
  let api: ApiInProcess;

  beforeAll(async () => {
    api = await ApiInProcess.start({ env: { KILN_HEARTBEAT_MS: '50' } });
  });

  afterAll(async () => {
    await api.stop();
  });

  async function list(): Promise<ShownService[]> {
    const { status, body } = await api.admin.request<{ services: ShownService[] }>('GET', '/v2/services');
    expect(status).toBe(200);
    return body.services;
  }

  async function put(kind: string, holds: object, seconds: number): Promise<string> {
    const id = randomUUID();
    await api.database.query(
      `INSERT INTO workers (id, kind, name, holds, heartbeat_at) VALUES ($1, $2, 'host:1', $3, now() - make_interval(secs => $4))`,
      [id, kind, JSON.stringify(holds), seconds],
    );
    return id;
  }

  it('tells who is alive and what each holds, and leaves out who is not', async () => {
    const engine = await put('engine', { nodes: 12 }, 5);
    const notifier = await put('notifier', { partitions: [0, 7] }, 1);
    const lost = await put('engine', { nodes: 1 }, 60);
    const services = await list();
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string;
    const common = { started_at: time, heartbeat_at: time };
    expect(services).toEqual([
      {
        id: expect.any(String) as string,
        kind: 'api',
        name: expect.stringContaining(`:${process.pid}`) as string,
        holds: { requests: expect.any(Number) as number },
        ...common,
      },
      { id: engine, kind: 'engine', name: 'host:1', holds: { nodes: 12 }, ...common },
      { id: notifier, kind: 'notifier', name: 'host:1', holds: { partitions: [0, 7] }, ...common },
    ]);
    expect(services.map(({ id }) => id)).not.toContain(lost);
  });

  it('tells of an api how many requests it is answering, also of those whose client goes', async () => {
    const held = async (): Promise<unknown> => (await list()).find(({ kind }) => kind === 'api')?.holds['requests'];
    await until('nobody asks for anything', async () => (await held()) === 0);
    const head =
      `POST /v2/stacks HTTP/1.1\r\nHost: x\r\nX-Auth-Token: ${api.adminToken}\r\n` +
      'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n';
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
    socket.write(head);
    await until('one waits for its body', async () => (await held()) === 1);
    socket.destroy();
    await until('it is gone', async () => (await held()) === 0);
  });

  it('tells at once of an api that has started, and no more of one that has ended', async () => {
    const apis = async (): Promise<number> => (await list()).filter(({ kind }) => kind === 'api').length;
    const other = await ApiInProcess.start({
      env: { KILN_TOKEN: api.adminToken },
      database: { url: (api.database.options as { url: string }).url },
    });
    expect(await apis()).toBe(2);
    await other.stop();
    expect(await apis()).toBe(1);
  });
});
