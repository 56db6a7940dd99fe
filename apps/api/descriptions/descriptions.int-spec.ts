import type { JsonObject } from '#contracts';
import { ApiInProcess } from '../../../test/support/api-in-process';

describe('what describes the api', () => {
  let api: ApiInProcess;

  beforeAll(async () => {
    api = await ApiInProcess.start();
  });

  afterAll(async () => {
    await api.stop();
  });

  it('is answered to anybody, and again only where it has changed', async () => {
    const first = await api.anonymous.request<JsonObject>('GET', '/v2/openapi.json');
    expect(first).toMatchObject({ status: 200, body: { openapi: '3.1.0' } });
    const tag = first.headers.get('etag')!;
    const again = await api.anonymous.request('GET', '/v2/openapi.json', undefined, {
      'if-none-match': `"x", W/${tag}`,
    });
    expect([again.status, again.body]).toEqual([304, '']);
    const other = await api.anonymous.request('GET', '/v2/openapi.json', undefined, { 'if-none-match': '"x"' });
    expect(other.status).toBe(200);
    expect((await api.anonymous.request('GET', '/v2/openapi.json?a=b')).status).toBe(400);
  });

  it('describes what goes through the broker as well', async () => {
    const answer = await api.anonymous.request<JsonObject>('GET', '/v2/asyncapi.json');
    expect(answer).toMatchObject({ status: 200, body: { asyncapi: '3.0.0' } });
    const known = { 'if-none-match': answer.headers.get('etag')! };
    expect((await api.anonymous.request('GET', '/v2/asyncapi.json', undefined, known)).status).toBe(304);
  });

  it('is a page too, whose every part comes from here', async () => {
    const page = await api.anonymous.request<string>('GET', '/docs');
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toMatch(/https?:/);
    const named = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url!);
    expect(named).toHaveLength(3);
    for (const url of named) expect((await api.anonymous.request('GET', url)).status).toBe(200);
    expect((await api.anonymous.request('GET', '/docs/')).status).toBe(200);
  });

  it('gives away no other file', async () => {
    for (const name of ['package.json', '..%2Fpackage.json', 'constructor', '%00']) {
      expect((await api.anonymous.request('GET', `/docs/${name}`)).status).toBe(404);
    }
  });

  it('puts the path of the public URL before its own', async () => {
    const behind = await ApiInProcess.start({ env: { KILN_API_PUBLIC_URL: 'https://cloud.example/kiln' } });
    const page = await behind.anonymous.request<string>('GET', '/docs');
    expect(page.body).toContain('src="/kiln/docs/start.js"');
    const start = await behind.anonymous.request<string>('GET', '/docs/start.js');
    expect(start.body).toContain("url: '/kiln/v2/openapi.json'");
    await behind.stop();
  });
});
