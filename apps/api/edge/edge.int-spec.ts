import { randomUUID } from 'node:crypto';
import { ApiInProcess } from '../../../test/support/api-in-process';
import type { Answer, ApiClient } from '../../../test/support/api-client';
import { checkedFetch } from '../../../test/support/contract/check-answer';
import { sendRaw } from '../../../test/support/raw-request';

/** A new stack of one resource, by its id. */
async function stackOf(client: ApiClient): Promise<string> {
  const template = { heat_template_version: '2021-04-16', resources: { one: { type: 'OS::Heat::None' } } };
  const body = { stack_name: `edge-${randomUUID()}`, template };
  return (await client.request<{ stack: { id: string } }>('POST', '/v2/stacks', body)).body.stack.id;
}

const NO_STACK = `/v2/stacks/${randomUUID()}`;
const REQUEST_ID = /^req-[0-9a-f-]{36}$/;

describe('the edge', () => {
  let api: ApiInProcess;
  let reader: ApiClient;
  let member: ApiClient;

  beforeAll(async () => {
    api = await ApiInProcess.start();
    reader = await api.clientOf('p', ['reader']);
    member = await api.clientOf('p', ['member']);
  });

  afterAll(async () => {
    await api.stop();
  });

  function expectProblem(answer: Answer, status: number): void {
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('x-openstack-request-id')).toMatch(REQUEST_ID);
    expect(answer.body).toEqual(
      expect.objectContaining({
        type: expect.stringMatching(/^urn:kiln:problem:/) as string,
        title: expect.any(String) as string,
        status,
        detail: expect.any(String) as string,
        instance: expect.stringMatching(/^\//) as string,
        request_id: answer.headers.get('x-openstack-request-id'),
      }),
    );
  }

  describe('paths and methods', () => {
    it.each([
      ['GET', '/v3'],
      ['POST', '/v2/stacks/a/b/c/d'],
      ['GET', '/v2/stacks/not-a-uuid'],
      ['DELETE', '/v2/stacks/%00'],
      ['GET', '/v2/stacks//resources'],
      ['GET', '/v2/stacks//'],
      ['POST', '/v2/signals/'],
      ['POST', '/v2/signals/a/b'],
      ['GET', NO_STACK],
      ['GET', `${NO_STACK}/resources`],
      ['GET', `${NO_STACK}/resources/r%00`],
      ['GET', `${NO_STACK}/template`],
      ['GET', `${NO_STACK}/events`],
      ['GET', `${NO_STACK}/operations`],
      ['GET', `/v2/stacks/${'x'.repeat(3_000)}`],
    ])('%s %.60s is a 404', async (method, path) => {
      expectProblem(await member.request(method, path), 404);
    });

    it('answers broken percent-encoding with a 404', async () => {
      const answer = await sendRaw(api.url, ['GET /v2/stacks/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n']);
      expect(answer).toMatch(/^HTTP\/1\.1 404 /);
      expect(answer).toContain('application/problem+json');
      expect(answer.toLowerCase()).toContain('x-openstack-request-id: req-');
    });

    it.each([
      ['PATCH', '/v2/stacks', 'GET, HEAD, OPTIONS, POST'],
      ['POST', NO_STACK, 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT'],
      ['DELETE', '/', 'GET, HEAD, OPTIONS'],
      ['GET', '/v2/validate_template', 'OPTIONS, POST'],
    ])('%s %s is a 405 that says what is allowed', async (method, path, allow) => {
      const answer = await member.request(method, path);
      expectProblem(answer, 405);
      expect(answer.headers.get('allow')).toBe(allow);
    });

    it('answers a method that nobody has with a 405 too', async () => {
      const answer = await sendRaw(api.url, ['PROPFIND /v2/stacks HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n']);
      expect(answer).toMatch(/^HTTP\/1\.1 405 /);
    });

    it('names a request too whose method and path nobody has', async () => {
      const answer = await sendRaw(api.url, [
        'PROPFIND /v2/stacks/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      ]);
      expect(answer).toMatch(/^HTTP\/1\.1 404 /);
      expect(answer.toLowerCase()).toContain('x-openstack-request-id: req-');
    });

    it('answers OPTIONS with 204 and what is allowed', async () => {
      const answer = await member.request('OPTIONS', '/v2/stacks');
      expect(answer.status).toBe(204);
      expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST');
      expect(answer.headers.get('x-openstack-request-id')).toMatch(REQUEST_ID);
    });

    it('takes a path with a slash at its end', async () => {
      expect((await member.request('GET', '/v2/stacks/')).status).toBe(200);
    });

    it('answers HEAD as GET, without a body', async () => {
      const headers = { 'x-auth-token': api.adminToken };
      const answer = await checkedFetch(`${api.url}/v2/stacks`, { method: 'HEAD', headers });
      expect([answer.status, await answer.text()]).toEqual([200, '']);
    });

    it('answers what is no HTTP with a 400', async () => {
      const answer = await sendRaw(api.url, ['NONSENSE\r\n\r\n']);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain('application/problem+json');
    });
  });

  describe('credentials', () => {
    it.each(['/v2/stacks', NO_STACK, `${NO_STACK}/resources`, '/v2/resource_types', '/v2/quotas'])(
      'GET %s without any is a 401',
      async (path) => {
        const answer = await api.anonymous.request('GET', path);
        expectProblem(answer, 401);
        expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
      },
    );

    it('refuses a wrong token, an expired one, and another scheme', async () => {
      const expired = await api.clientOf('p', ['admin'], new Date(Date.now() - 1_000));
      expectProblem(await expired.request('GET', '/v2/stacks'), 401);
      const wrong = await api.anonymous.request('GET', '/v2/stacks', undefined, { 'x-auth-token': 'x'.repeat(40) });
      expectProblem(wrong, 401);
      expect(wrong.headers.get('www-authenticate')).toContain('invalid_token');
      const basic = { authorization: 'Basic dXNlcjpwYXNz' };
      expectProblem(await api.anonymous.request('GET', '/v2/stacks', undefined, basic), 401);
    });

    it('refuses a token with the right prefix and another secret', async () => {
      const [row] = await api.database.query<{ prefix: string }[]>(`SELECT prefix FROM tokens WHERE project = 'p'`);
      const token = `kiln_${row!.prefix}_${'0'.repeat(64)}`;
      const answer = await api.anonymous.request('GET', '/v2/stacks', undefined, { 'x-auth-token': token });
      expectProblem(answer, 401);
    });

    it('takes a bearer token as well', async () => {
      const headers = { authorization: `Bearer ${api.adminToken}` };
      expect((await api.anonymous.request('GET', '/v2/stacks', undefined, headers)).status).toBe(200);
    });

    it('needs the role member to change, and admin for what operators see', async () => {
      expectProblem(await reader.request('POST', '/v2/stacks', {}), 403);
      expectProblem(await reader.request('DELETE', NO_STACK), 403);
      expectProblem(await member.request('GET', '/v2/services'), 403);
      expectProblem(await member.request('GET', '/v2/stacks?all_projects=true'), 403);
      expect((await api.admin.request('GET', '/v2/stacks?all_projects=true')).status).toBe(200);
    });

    it('lets nobody do anything whose roles are not known', async () => {
      const nobody = await api.clientOf('p', ['stranger']);
      expectProblem(await nobody.request('GET', '/v2/stacks'), 403);
    });

    it('asks for credentials before it reads a body', async () => {
      const head =
        'POST /v2/stacks HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n';
      const answer = await sendRaw(api.url, [head], (text) => text.includes('\r\n\r\n'));
      expect(answer).toMatch(/^HTTP\/1\.1 401 /);
    });

    it('needs none for the versions and for what probes ask', async () => {
      expect(await api.anonymous.request('GET', '/')).toMatchObject({
        status: 300,
        body: { versions: [{ id: 'v2.0' }] },
      });
      expect((await api.anonymous.request('GET', '/v2')).status).toBe(200);
      expect(await api.anonymous.request('GET', '/healthz')).toMatchObject({ status: 200, body: { status: 'alive' } });
    });
  });

  describe('what is not there yet', () => {
    it.each([
      ['GET', '/v2/subscriptions', 501],
      ['POST', `${NO_STACK}/snapshots`, 404],
      ['GET', '/v2/stacks/not-a-uuid/snapshots', 404],
    ])('%s %s is a %d', async (method, path, status) => {
      expectProblem(await member.request(method, path), status);
    });

    it.each<[method: 'POST' | 'PATCH', path: string, body: unknown, fault: string]>([
      ['POST', '/v2/subscriptions', { sink: { kind: 'queue' } }, '/name'],
      ['POST', '/v2/subscriptions', { name: '', sink: { kind: 'queue' } }, '/name'],
      ['POST', '/v2/subscriptions', { name: 'mine', sink: { kind: 'pigeon' } }, '/sink'],
      ['POST', '/v2/subscriptions', { name: 'mine', sink: { kind: 'webhook', url: 'ftp://there' } }, '/sink'],
      ['POST', '/v2/subscriptions', { name: 'mine', sink: { kind: 'queue' }, filter: { stack: 'a' } }, '/filter'],
      ['PATCH', `/v2/subscriptions/${randomUUID()}`, { names: 'mine' }, '/names'],
      ['POST', `/v2/subscriptions/${randomUUID()}/replay`, { since: 1 }, '/since'],
    ])('checks what it is sent all the same: %s %s %j', async (method, path, body, fault) => {
      const answer = await member.request(method, path, body);
      expectProblem(answer, 400);
      expect(answer.body).toMatchObject({ errors: [{ path: fault }] });
    });

    it.each<[body: unknown, fault: string, detail: string]>([
      [{}, '', 'exactly one action'],
      [{ check: null, converge: null }, '', 'it names check and converge'],
      [{ checks: null }, '/checks', 'did you mean "check"?'],
      [{ check: 1 }, '/check', 'must be an object'],
      [{ check: { deep: true } }, '/check', 'there is no key "deep"'],
      [{ cancel_update: { rollback: 'yes' } }, '/cancel_update', 'rollback must be true or false'],
      [{ restore: null }, '/restore', 'needs {"snapshot_id": …}'],
      [{ restore: { snapshot_id: 'last' } }, '/restore', 'snapshot_id must be the id of a snapshot'],
    ])('checks actions all the same: %j', async (body, fault, detail) => {
      const stack = await stackOf(member);
      const answer = await member.request('POST', `/v2/stacks/${stack}/actions`, body);
      expectProblem(answer, 400);
      expect(answer.body).toMatchObject({
        errors: [{ path: fault, detail: expect.stringContaining(detail) as string }],
      });
      expectProblem(await member.request('POST', `/v2/stacks/${stack}/actions`, { abandon: {} }), 501);
    });

    it('needs no credentials for a signal, and never tells the token', async () => {
      const answer = await api.anonymous.request('POST', '/v2/signals/secret-token', { status: 'SUCCESS' });
      expectProblem(answer, 404);
      expect(JSON.stringify(answer.body)).not.toContain('secret-token');
    });
  });

  describe('bodies', () => {
    const headers = (length: number): string =>
      `POST /v2/stacks HTTP/1.1\r\nHost: x\r\nX-Auth-Token: ${api.adminToken}\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${length}\r\nConnection: close\r\n\r\n`;

    it.each([
      ['of another media type', 'text/plain', {}],
      ['of a form', 'application/x-www-form-urlencoded', {}],
      ['in another character set', 'application/json; charset=latin1', {}],
      ['that is compressed', 'application/json', { 'content-encoding': 'gzip' }],
    ])('%s are a 415', async (_what, type, more) => {
      expectProblem(await member.request('POST', '/v2/stacks', {}, { 'content-type': type, ...more }), 415);
    });

    it('of 11 MiB are a 413, which the client gets to read', async () => {
      const body = { stack_name: 'a', template: 'x'.repeat(11 * 1024 * 1024) };
      expectProblem(await member.request('POST', '/v2/stacks', body), 413);
    });

    it('that say nothing of their length are cut off at the same size', async () => {
      const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
      const head = headers(0).replace('Content-Length: 0', 'Transfer-Encoding: chunked');
      const answer = await sendRaw(api.url, [head, ...Array.from({ length: 176 }, () => chunk), '0\r\n\r\n']);
      expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    });

    it.each([
      ['nothing', ''],
      ['a body that is cut short', '{"stack_name": "a", "template": {'],
      ['what is no JSON', 'stack_name: a'],
      ['what nests 400 deep', `{"stack_name":"a","template":{"a":${'['.repeat(400)}${']'.repeat(400)}}}`],
    ])('with %s are a 400', async (_what, text) => {
      const answer = await sendRaw(api.url, [headers(Buffer.byteLength(text)), text]);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain('urn:kiln:problem:malformed-request');
    });

    it('with a key that is there twice are a 400 that names it', async () => {
      const text = '{"stack_name":"a","template":{"resources":{"r":{},"r":{}}}}';
      const answer = await sendRaw(api.url, [headers(Buffer.byteLength(text)), text]);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain('"path":"/template/resources/r"');
    });

    it('that are not UTF-8 are a 400', async () => {
      const answer = await sendRaw(api.url, [headers(3), Buffer.from([0x22, 0xff, 0x22])]);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain('not valid UTF-8');
    });

    it('without a media type are a 415, and no body at all is a 400', async () => {
      const untyped = headers(2).replace('Content-Type: application/json\r\n', '');
      expect(await sendRaw(api.url, [untyped, '{}'])).toMatch(/^HTTP\/1\.1 415 /);
      expect(await sendRaw(api.url, [untyped.replace('Content-Length: 2\r\n', '')])).toMatch(/^HTTP\/1\.1 400 /);
    });
  });

  it('names every request differently', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => member.request('GET', '/v2/stacks')));
    expect(new Set(answers.map(({ headers }) => headers.get('x-openstack-request-id'))).size).toBe(3);
  });
});
