import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { JsonClient } from './json-request';

describe('asking another service', () => {
  let server: Server;
  let url: string;
  let answer: RequestListener;
  let client: JsonClient;
  const sockets = new Set<Socket>();

  beforeEach(async () => {
    server = createServer((request, response) => answer(request, response));
    server.on('connection', (socket) => sockets.add(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    client = new JsonClient({ connections: 2, timeoutMs: 2_000 });
    answer = (_request, response) => response.end('{"a": 1}');
  });

  afterEach(async () => {
    await client.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    sockets.clear();
  });

  it('opens no more connections than it may, and keeps them', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => client.send({ method: 'GET', url })));
    expect(answers.every(({ body }) => JSON.stringify(body) === '{"a":1}')).toBe(true);
    expect(sockets.size).toBe(2);
  });

  it('asks again where the service has closed a connection that was idle', async () => {
    await client.send({ method: 'GET', url });
    const idle = [...sockets][0]!;
    const asked = client.send({ method: 'POST', url, body: { b: 2 } });
    idle.resetAndDestroy();
    expect(await asked).toMatchObject({ status: 200 });
    expect(sockets.size).toBe(2);
  });

  it('does not ask again where a new connection is closed', async () => {
    answer = (request) => request.socket.resetAndDestroy();
    await expect(client.send({ method: 'GET', url })).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(sockets.size).toBe(1);
  });

  it('gives up where there is no answer in time, also in the middle of one', async () => {
    const hasty = new JsonClient({ connections: 2, timeoutMs: 50 });
    answer = () => undefined;
    await expect(hasty.send({ method: 'GET', url })).rejects.toThrow(/abort/i);
    answer = (_request, response) => void response.writeHead(200).write('{');
    await expect(hasty.send({ method: 'GET', url })).rejects.toThrow(/abort/i);
    await hasty.close();
  });

  it('reads no answer that is larger than it may be', async () => {
    answer = (_request, response) => response.end(`"${'x'.repeat(1024 * 1024)}"`);
    await expect(client.send({ method: 'GET', url })).rejects.toThrow('larger');
  });

  it('follows no redirect, and takes what is no JSON for nothing', async () => {
    answer = (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end('moved');
    expect(await client.send({ method: 'GET', url })).toMatchObject({ status: 302, body: undefined });
  });
});
