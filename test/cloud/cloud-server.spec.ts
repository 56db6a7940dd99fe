import type { RunningCloud } from './start-cloud';
import { startCloud } from './start-cloud';

describe('the stand-in cloud', () => {
  let cloud: RunningCloud;
  beforeEach(async () => (cloud = await startCloud()));
  afterEach(() => cloud.close());

  const post = (headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${cloud.url}/servers`, { method: 'POST', headers, body: '{"size":"big"}' });
  const remove = (path: string): Promise<Response> => fetch(`${cloud.url}${path}`, { method: 'DELETE' });
  const ids = (): string[] => cloud.living().map((server) => server.id);

  it('hands out a new id at each create', async () => {
    const made = [await post(), await post()];
    expect(made.map((response) => response.status)).toEqual([201, 201]);
    expect(ids()).toEqual(['server-1', 'server-2']);
  });

  it('answers a known key with what it made', async () => {
    await post({ 'idempotency-key': 'a' });
    const again = await post({ 'idempotency-key': 'a' });
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual({ id: 'server-1', key: 'a', size: 'big' });
    expect(ids()).toEqual(['server-1']);
  });

  it('deletes by id and by key, and says when there is nothing', async () => {
    await post();
    await post({ 'idempotency-key': 'a' });
    expect((await remove('/servers/server-1')).status).toBe(204);
    expect((await remove('/servers?key=a')).status).toBe(204);
    expect((await remove('/servers?key=a')).status).toBe(404);
    expect((await remove('/servers/server-1')).status).toBe(404);
    expect(ids()).toEqual([]);
  });

  it('makes nothing for a key that was deleted, also where the create comes late', async () => {
    await remove('/servers?key=late');
    expect((await post({ 'idempotency-key': 'late' })).status).toBe(410);
    expect(ids()).toEqual([]);
  });

  it('fails as often as a request says, counted for its key', async () => {
    const failing = (key: string): Promise<Response> =>
      post({ 'idempotency-key': key, 'cloud-behaviour': '{"fail":{"status":503,"times":2}}' });
    const statuses = [];
    for (const key of ['a', 'a', 'b', 'a']) statuses.push((await failing(key)).status);
    expect(statuses).toEqual([503, 503, 503, 201]);
  });

  it('does the work and loses the answer', async () => {
    const losing = { 'idempotency-key': 'a', 'cloud-behaviour': '{"lose_answer":1}' };
    await expect(post(losing)).rejects.toThrow();
    expect(ids()).toEqual(['server-1']);
    expect((await post(losing)).status).toBe(200);
  });

  it('misbehaves for everyone when told so, over HTTP', async () => {
    const behaviour = { fail: { status: 500, times: 1 }, delay_ms: 1, lose_answer: 1 };
    const told = await fetch(`${cloud.url}/behaviour`, { method: 'PUT', body: JSON.stringify(behaviour) });
    expect(told.status).toBe(204);
    expect((await post()).status).toBe(500);
    await expect(post()).rejects.toThrow();
    expect((await post()).status).toBe(201);
    expect(ids()).toEqual(['server-1', 'server-2']);
  });

  it('lists what lives and what it was asked', async () => {
    await post({ 'idempotency-key': 'a' });
    expect(await (await fetch(`${cloud.url}/servers`)).json()).toEqual({
      servers: [{ id: 'server-1', key: 'a', size: 'big' }],
    });
    expect((await fetch(`${cloud.url}/servers/server-1`)).status).toBe(200);
    expect((await fetch(`${cloud.url}/servers/server-9`)).status).toBe(404);
    expect(await (await fetch(`${cloud.url}/calls`)).json()).toMatchObject({
      calls: [{ method: 'POST', path: '/servers', key: 'a' }, { method: 'GET' }, { method: 'GET' }, { method: 'GET' }],
    });
  });

  it('refuses what is not JSON', async () => {
    expect((await fetch(`${cloud.url}/servers`, { method: 'POST', body: '{' })).status).toBe(400);
  });
});
