import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { ApiClient } from '../support/api-client';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { KilnProcess, freePort } from '../support/kiln-process';
import { sendRaw } from '../support/raw-request';
import { until } from '../support/until';
import { createVirtualHost } from '../support/virtual-host';
import type { TestVirtualHost } from '../support/virtual-host';

const VERSION = { heat_template_version: '2018-08-31' };
const TEMPLATE = { ...VERSION, resources: { r: { type: 'OS::Heat::None' } } };

jest.setTimeout(30_000);

describe('the api as a process', () => {
  let database: TestDatabase;
  let host: TestVirtualHost;
  let port: number;
  const processes: KilnProcess[] = [];

  beforeAll(async () => {
    [database, host] = await Promise.all([createTestDatabase(), createVirtualHost()]);
  });

  afterAll(async () => {
    await Promise.all(processes.map((process) => process.kill()));
    await database.drop();
    await host.drop();
  });

  const secretKey = randomBytes(32).toString('base64');

  async function start(env: Record<string, string>): Promise<KilnProcess> {
    port = await freePort();
    const process = await KilnProcess.start('api', {
      DATABASE_URL: database.url,
      RABBITMQ_URL: host.url,
      KILN_SECRET_KEY: secretKey,
      KILN_API_PORT: String(port),
      KILN_API_DRAIN_MS: '0',
      ...env,
    });
    processes.push(process);
    return process;
  }

  async function startWith(token: string, env: Record<string, string> = {}): Promise<[KilnProcess, ApiClient]> {
    const process = await start({ KILN_TOKEN: token, ...env });
    await process.ready();
    return [process, new ApiClient(`http://127.0.0.1:${port}`, token)];
  }

  it('starts from its environment alone, and has an admin address of its own', async () => {
    const [process, client] = await startWith(randomBytes(16).toString('hex'));
    expect((await client.request('GET', '/v2/stacks')).status).toBe(200);
    const metrics = await fetch(`http://127.0.0.1:${process.adminPort}/metrics`);
    expect(await metrics.text()).toContain('nodejs_eventloop_lag_seconds');
    await process.kill('SIGTERM');
    expect(await process.exited).toEqual({ code: 0, signal: null });
  });

  it('names everything that is wrong with its configuration, and exits with 2', async () => {
    const process = await start({ KILN_SECRET_KEY: 'short', KILN_TOKEN: 'short', KILN_QUOTA_STACKS: 'many' });
    expect(await process.exited).toEqual({ code: 2, signal: null });
    for (const name of ['KILN_SECRET_KEY', 'KILN_TOKEN', 'KILN_QUOTA_STACKS']) expect(process.output()).toContain(name);
  });

  it('revokes the token of an earlier configuration', async () => {
    const old = randomBytes(16).toString('hex');
    const [first] = await startWith(old);
    await first.kill('SIGTERM');
    const [second, client] = await startWith(
      `kiln_${randomBytes(6).toString('hex')}_${randomBytes(32).toString('hex')}`,
    );
    expect((await client.request('GET', '/v2/stacks')).status).toBe(200);
    expect((await new ApiClient(client.url, old).request('GET', '/v2/stacks')).status).toBe(401);
    await second.kill('SIGTERM');
  });

  it('logs what it accepts with the request’s id, and never a token, a parameter or a query', async () => {
    const token = randomBytes(32).toString('hex');
    const [process, client] = await startWith(token, { KILN_LOG_LEVEL: 'trace' });
    const parameters = { secret: { type: 'string', hidden: true } };
    const answer = await client.request<{ stack: { id: string } }>('POST', '/v2/stacks', {
      stack_name: 'logged',
      template: { ...VERSION, parameters },
      parameters: { secret: 'planted-4713' },
    });
    await client.request('GET', '/v2/stacks?name=planted-4713');
    await client.request('POST', '/v2/signals/planted-4713');
    await client.request('POST', '/v2/stacks', { stack_name: '1', parameters: { secret: 'planted-4713' } });
    await process.kill('SIGTERM');
    const lines = process
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    const accepted = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .find(({ msg }) => msg === 'operation accepted');
    expect(accepted).toMatchObject({
      app: 'api',
      stack_id: answer.body.stack.id,
      request_id: answer.headers.get('x-openstack-request-id'),
      action: 'CREATE',
    });
    expect(process.output()).not.toContain(token);
    expect(process.output()).not.toContain('planted-4713');
  });

  it('checks large templates on a thread', async () => {
    const [process, client] = await startWith(randomBytes(16).toString('hex'));
    const resources = { big: { type: 'OS::Heat::Value', properties: { value: 'x'.repeat(200_000) } } };
    expect(await client.create('large', { ...VERSION, resources })).toBeDefined();
    await process.kill('SIGTERM');
    expect(await process.exited).toEqual({ code: 0, signal: null });
  });

  it('finishes what is in flight when it is told to stop, and then takes nothing more', async () => {
    const token = randomBytes(16).toString('hex');
    const [process, client] = await startWith(token);
    const body = JSON.stringify({ stack_name: 'in-flight', template: TEMPLATE });
    const head = `POST /v2/stacks HTTP/1.1\r\nHost: x\r\nX-Auth-Token: ${token}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    let isStopped = false;
    async function* parts(): AsyncGenerator<string> {
      yield head;
      yield body.slice(0, 10);
      // The request is under way once the process has answered another one that came after it.
      await client.request('GET', '/v2/stacks');
      process.signal('SIGTERM');
      while (
        await fetch(`${client.url}/healthz`).then(
          () => true,
          () => false,
        )
      )
        continue;
      isStopped = true;
      yield body.slice(10);
    }
    const answer = await sendRaw(client.url, parts());
    expect(isStopped).toBe(true);
    expect(answer).toMatch(/^HTTP\/1\.1 202 /);
    expect(await process.exited).toEqual({ code: 0, signal: null });
  });

  it('answers what still comes over connections that were kept, and says that it is the last', async () => {
    const token = randomBytes(16).toString('hex');
    const [process, client] = await startWith(token, { KILN_API_DRAIN_MS: '5000' });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = async (): Promise<unknown[]> => {
      const call = get(`${client.url}/v2/stacks`, { agent, headers: { 'x-auth-token': token } });
      const [response] = (await once(call, 'response')) as [IncomingMessage];
      response.resume();
      await once(response, 'close');
      return [response.statusCode, response.headers.connection, call.reusedSocket];
    };
    expect(await ask()).toEqual([200, 'keep-alive', false]);
    process.signal('SIGTERM');
    await until('it takes no connection more', async () => {
      const answer = await fetch(`${client.url}/healthz`).catch(() => undefined);
      return !answer;
    });
    expect(await ask()).toEqual([200, 'close', true]);
    expect(await process.exited).toEqual({ code: 0, signal: null });
    agent.destroy();
  });
});
