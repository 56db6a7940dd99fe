import { ApiClient } from '../../../../test/support/api-client';
import { ApiInProcess } from '../../../../test/support/api-in-process';
import { FakeEvents } from '../../../../test/support/fake-events';
import { TestIssuer } from '../../../../test/support/test-issuer';
import { until } from '../../../../test/support/until';

describe('an api that takes the tokens of an OIDC issuer', () => {
  let issuer: TestIssuer;
  let api: ApiInProcess;

  beforeAll(async () => {
    issuer = new TestIssuer();
    await issuer.start();
    await issuer.addKey('one');
    const env = {
      KILN_AUTH: 'jwt',
      KILN_JWT_ISSUER: issuer.url,
      KILN_JWT_AUDIENCE: 'kiln',
      KILN_JWT_CLOCK_SKEW_S: '0',
    };
    api = await ApiInProcess.start({ env, openEvents: new FakeEvents().opened });
  });

  afterAll(async () => {
    await api.stop();
    await issuer.stop();
  });

  const clientOf = async (claims: Record<string, unknown> = {}): Promise<ApiClient> =>
    new ApiClient(api.url, await issuer.sign('one', claims));

  async function createStack(client: ApiClient): Promise<string> {
    const body = { stack_name: 'a', template: { heat_template_version: '2021-04-16' } };
    const answer = await client.request<{ stack: { id: string } }>('POST', '/v2/stacks', body);
    expect(answer.status).toBe(202);
    return answer.body.stack.id;
  }

  it('says 503 and when to come back while the issuer was never reached, and serves once it is', async () => {
    const client = await clientOf();
    await issuer.stop();
    const answer = await client.request('GET', '/v2/stacks');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(JSON.stringify(answer.body)).not.toContain(issuer.url);
    await issuer.start();
    await until('the api asks again', async () => (await client.request('GET', '/v2/stacks')).status === 200);
  });

  it('keeps projects apart, and lets a role do what it may', async () => {
    const id = await createStack(await clientOf({ project: 'acme/shop' }));
    const reader = await clientOf({ project: 'acme/shop', roles: ['reader'] });
    expect((await reader.request('GET', `/v2/stacks/${id}`)).status).toBe(200);
    expect((await reader.request('DELETE', `/v2/stacks/${id}`)).status).toBe(403);
    const other = await clientOf({ project: 'acme/other' });
    expect((await other.request('DELETE', `/v2/stacks/${id}`)).status).toBe(404);
    const homeless = await (await clientOf({ project: undefined })).request('GET', '/v2/stacks');
    expect(homeless).toMatchObject({ status: 403, body: { detail: expect.stringContaining('"project"') as string } });
  });

  it('does not take Kiln’s own tokens', async () => {
    expect((await api.admin.request('GET', '/v2/stacks')).status).toBe(401);
    const local = new ApiClient(api.url, await api.tokenOf('p', ['admin']));
    expect((await local.request('GET', '/v2/stacks')).status).toBe(401);
  });

  it('ends a live stream when its token ends', async () => {
    const id = await createStack(await clientOf({ project: 'streaming' }));
    const token = await issuer.sign('one', { project: 'streaming', exp: Math.floor(Date.now() / 1_000) + 2 });
    const headers = { 'x-auth-token': token, accept: 'text/event-stream' };
    const stream = await fetch(`${api.url}/v2/stacks/${id}/events`, { headers });
    expect(stream.status).toBe(200);
    // Nothing happens in it, so it is read to its end only if the api ends it.
    expect(await stream.text()).toBe('');
    expect((await new ApiClient(api.url, token).request('GET', '/v2/stacks')).status).toBe(401);
  });
});
