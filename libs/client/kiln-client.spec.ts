import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KilnRefusal, answerOf, createKilnClient } from './kiln-client';

describe('the client', () => {
  let server: Server;
  let seen: IncomingMessage | undefined;
  let answer: { status: number; body: string };

  beforeAll(async () => {
    server = createServer((request, response) => {
      seen = request;
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
  });

  const client = (): ReturnType<typeof createKilnClient> =>
    createKilnClient({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 'token' });

  it('sends the token, and repeats what is given more than once', async () => {
    answer = { status: 200, body: '{"stacks":[],"links":[]}' };
    const result = await client().GET('/v2/stacks', { params: { query: { name: ['a', 'b&c'], limit: 2 } } });
    expect(answerOf(result)).toEqual({ stacks: [], links: [] });
    expect([seen?.url, seen?.headers['x-auth-token']]).toEqual(['/v2/stacks?name=a&name=b%26c&limit=2', 'token']);
  });

  it('writes names into paths so that they stay one part', async () => {
    answer = { status: 200, body: '{}' };
    const path = { stack_id: 's', resource_name: 'a/b' };
    await client().GET('/v2/stacks/{stack_id}/resources/{resource_name}', { params: { path } });
    expect(seen?.url).toBe('/v2/stacks/s/resources/a%2Fb');
  });

  it('says of a refusal what is wrong, and where', async () => {
    const errors = [{ path: '/template', detail: 'template is missing' }];
    answer = { status: 400, body: JSON.stringify({ detail: 'not valid', errors }) };
    const result = await client().GET('/v2/stacks');
    expect(() => answerOf(result)).toThrow(KilnRefusal);
    expect(() => answerOf(result)).toThrow('400 not valid\n  /template: template is missing');
  });

  it('says only the status where something else answered', async () => {
    answer = { status: 502, body: '"Bad gateway"' };
    const result = await client().GET('/v2/stacks');
    expect(() => answerOf(result)).toThrow(/^502 $/);
  });
});
