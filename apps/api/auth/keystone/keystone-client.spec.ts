import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import pino from 'pino';
import { JsonClient } from '../json-request';
import { KeystoneClient } from './keystone-client';
import { ServiceToken } from './service-token';

const HOUR = 3_600_000;
const AWAY = { code: 'identity-unavailable', retryable: true };

/** What a Keystone answers, also what a healthy one seldom does; the real one is in keystone.int-spec.ts. */
class StandIn {
  readonly asked: string[] = [];
  login: () => number = () => 201;
  validation: (headers: IncomingHttpHeaders) => { status: number; body?: unknown } = () => ({ status: 200 });
  issued = 0;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      this.asked.push(request.method!);
      const [now, end] = [Date.now(), Date.now() + HOUR].map((time) => new Date(time).toISOString());
      const times = { issued_at: now, expires_at: end };
      const token = { ...times, user: { name: 'ann' }, project: { id: 'p' }, roles: [{ name: 'member' }] };
      if (request.method === 'POST') {
        const status = this.login();
        if (status === 201) this.issued += 1;
        const head = { 'x-subject-token': `own-${this.issued}` };
        response.writeHead(status, status === 201 ? head : {}).end(JSON.stringify({ token }));
      } else {
        const { status, body = { token } } = this.validation(request.headers);
        response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
      }
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v3`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

describe('asking Keystone about a token', () => {
  let standIn: StandIn;
  let client: JsonClient;
  let keystone: KeystoneClient;
  let logged: string;
  let passed: number;

  beforeEach(async () => {
    standIn = new StandIn();
    const url = await standIn.listen();
    logged = '';
    passed = 0;
    const began = Date.now();
    jest.spyOn(Date, 'now').mockImplementation(() => began + passed);
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        logged += chunk.toString();
        done();
      },
    });
    const log = pino({ level: 'trace' }, sink);
    client = new JsonClient({ connections: 2, timeoutMs: 2_000 });
    const user = { name: 'kiln', domain: 'Default' };
    const login = { kind: 'password', user, password: 'hidden', project: undefined } as const;
    keystone = new KeystoneClient({ url, client, service: new ServiceToken({ url, login, client, log }), log });
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await client.close();
    await standIn.close();
  });

  it('takes one token of Kiln’s own for many, and another before that ends', async () => {
    await Promise.all(['a', 'b', 'c'].map((token) => keystone.validate(token)));
    passed = 0.8 * HOUR - 1;
    await keystone.validate('d');
    expect(standIn.issued).toBe(1);
    passed = 0.8 * HOUR;
    await keystone.validate('e');
    expect(standIn.issued).toBe(2);
  });

  it('goes on with the old one while there is no new one to be had, until that ends', async () => {
    await keystone.validate('a');
    standIn.login = () => 500;
    passed = HOUR - 1;
    expect(await keystone.validate('b')).toBeDefined();
    passed = HOUR;
    await expect(keystone.validate('c')).rejects.toMatchObject(AWAY);
  });

  it('asks once more with a new one where its own was refused', async () => {
    await keystone.validate('a');
    standIn.validation = (headers) => ({ status: headers['x-auth-token'] === 'own-1' ? 401 : 200 });
    expect(await keystone.validate('b')).toMatchObject({ userName: 'ann', projectId: 'p', roles: ['member'] });
    standIn.validation = () => ({ status: 401 });
    standIn.asked.length = 0;
    await expect(keystone.validate('c')).rejects.toMatchObject(AWAY);
    expect(standIn.asked).toEqual(['GET', 'POST', 'GET']);
    expect(logged).toContain('may not validate tokens');
  });

  it('tells the operator that its own credentials are wrong, tries them seldom, and shows them nowhere', async () => {
    standIn.login = () => 401;
    for (passed = 0; passed < 10_000; passed += 500) await expect(keystone.validate('a')).rejects.toMatchObject(AWAY);
    expect(standIn.asked).toEqual(Array(5).fill('POST'));
    expect(logged).toContain('refuses Kiln’s own credentials');
    expect(logged).not.toContain('hidden');
  });

  it.each([
    ['403', { status: 403 }],
    ['500', { status: 500 }],
    ['a page', { status: 200, body: '<html>' }],
    ['a token without an end', { status: 200, body: { token: { project: { id: 'p' } } } }],
    ['no token', { status: 200, body: { token: null } }],
    ['a redirect', { status: 302 }],
  ])('lets nobody in where it answers %s', async (_what, answer) => {
    standIn.validation = () => answer;
    await expect(keystone.validate('a')).rejects.toMatchObject(AWAY);
  });

  it('takes a 404 for a token that is none, and asks nothing about what no token can be', async () => {
    standIn.validation = () => ({ status: 404 });
    expect(await keystone.validate('a')).toBeUndefined();
    standIn.asked.length = 0;
    for (const token of ['', 'a b', 'a\u00e9', 'x'.repeat(3_501)])
      expect(await keystone.validate(token)).toBeUndefined();
    expect(standIn.asked).toEqual([]);
  });
});
