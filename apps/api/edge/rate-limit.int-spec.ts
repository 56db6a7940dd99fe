import { ApiInProcess } from '../../../test/support/api-in-process';
import { sendRaw } from '../../../test/support/raw-request';

const BURST = 5;

describe('an api with a rate limit', () => {
  let api: ApiInProcess;

  beforeAll(async () => {
    // So slow that no bucket fills again while a test looks.
    api = await ApiInProcess.start({ env: { KILN_RATE_LIMIT_PER_MINUTE: '1', KILN_RATE_LIMIT_BURST: String(BURST) } });
  });

  afterAll(async () => {
    await api.stop();
  });

  it('lets a burst pass, whoever of the project sends it, and then says 429 and when to come back', async () => {
    const clients = [await api.clientOf('busy', ['reader']), await api.clientOf('busy', ['admin'])];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => clients[index % 2]!.request('GET', '/v2/stacks')),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(BURST);
    expect(refused).toHaveLength(50 - BURST);
    for (const { headers, body } of refused) {
      expect(headers.get('retry-after')).toMatch(/^(60|[1-5]\d)$/);
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(body).toMatchObject({ type: 'urn:kiln:problem:rate-limited', status: 429 });
    }
  });

  it('makes no other project wait, and nobody who needs no credentials', async () => {
    const busy = await api.clientOf('busier', ['reader']);
    for (let sent = 0; sent < 2 * BURST; sent += 1) await busy.request('GET', '/v2/stacks');
    const other = await api.clientOf('quiet', ['reader']);
    expect((await other.request('GET', '/v2/stacks')).status).toBe(200);
    const probes = Array.from({ length: 4 * BURST }, () => busy.request('GET', '/healthz'));
    expect(new Set((await Promise.all(probes)).map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('counts what is refused for its role, and not what nobody is known to have sent', async () => {
    const reader = await api.clientOf('curious', ['reader']);
    const statuses: number[] = [];
    for (let sent = 0; sent < 3 * BURST; sent += 1) statuses.push((await reader.request('GET', '/v2/services')).status);
    expect(new Set(statuses)).toEqual(new Set([403, 429]));
    const unknown = Array.from({ length: 3 * BURST }, () => api.anonymous.request('GET', '/v2/stacks'));
    expect(new Set((await Promise.all(unknown)).map(({ status }) => status))).toEqual(new Set([401]));
  });

  it('says so before it reads a body', async () => {
    const token = await api.tokenOf('large', ['member']);
    const head =
      `POST /v2/stacks HTTP/1.1\r\nHost: x\r\nX-Auth-Token: ${token}\r\n` +
      'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n';
    const client = await api.clientOf('large', ['member']);
    for (let sent = 0; sent < BURST; sent += 1) await client.request('GET', '/v2/stacks');
    const answer = await sendRaw(api.url, [head], (text) => text.includes('\r\n\r\n'));
    expect(answer).toMatch(/^HTTP\/1\.1 429 /);
  });
});
