import { toCloudEvent } from '#contracts';
import type { CloudEvent } from '#contracts';
import type { ApiClient } from '../../../test/support/api-client';
import { ApiInProcess } from '../../../test/support/api-in-process';
import { checkedFetch } from '../../../test/support/contract/check-answer';
import { FakeEvents } from '../../../test/support/fake-events';
import { until } from '../../../test/support/until';

describe('events', () => {
  let fake: FakeEvents;
  let api: ApiInProcess;
  let client: ApiClient;
  let stack: string;
  let stacks = 0;

  beforeAll(async () => {
    fake = new FakeEvents();
    api = await ApiInProcess.start({ openEvents: fake.opened });
    client = await api.clientOf('p', ['member']);
  });

  afterAll(async () => {
    await api.stop();
  });

  beforeEach(async () => {
    stack = await client.create(`stack-${(stacks += 1)}`, { heat_template_version: '2018-08-31' });
    fake.events.length = 0;
    fake.listened.length = 0;
    fake.completeFrom = 1;
  });

  function event(sequence: number, data: Partial<CloudEvent['data']> = {}): CloudEvent {
    const facts = { stack_id: stack, stack_name: 's', action: 'CREATE' as const, status: 'COMPLETE' as const, ...data };
    const kind = data.resource_name === undefined ? 'stack' : 'resource';
    const time = `2026-01-01T00:00:0${sequence}.000Z`;
    return toCloudEvent({ kind, data: facts }, { rootId: stack, project: 'p', sequence, time });
  }

  async function read(query = ''): Promise<{ ids: string[]; completeFrom: number; next: string | undefined }> {
    interface Page {
      events: CloudEvent[];
      complete_from: number;
      links: { href: string }[];
    }
    const answer = await client.request<Page>('GET', `/v2/stacks/${stack}/events${query}`);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    const next = answer.body.links[0]?.href.replace(`${api.url}/v2/stacks/${stack}/events`, '');
    return { ids: answer.body.events.map(({ sequence }) => sequence), completeFrom: answer.body.complete_from, next };
  }

  describe('as a list', () => {
    it('are the stack’s, as published, oldest first, and say from where on they are complete', async () => {
      fake.events.push(event(2), event(3));
      fake.completeFrom = 2;
      const answer = await client.request('GET', `/v2/stacks/${stack}/events`);
      expect(answer.body).toEqual({ events: [event(2), event(3)], complete_from: 2, links: [] });
    });

    it.each([
      ['?resource_name=r', ['2', '3']],
      ['?resource_name=r&status=FAILED', ['3']],
      ['?status=in_progress&status=FAILED', ['1', '3']],
      ['?action=DELETE', []],
      ['?type=kiln.stack.create.in_progress', ['1']],
      ['?nested_depth=1&resource_name=r', ['2', '3']],
      ['?since=2026-01-01T00:00:02Z', ['2', '3']],
      [`?since=%2B`, undefined],
    ])('%s finds %j', async (query, ids) => {
      fake.events.push(event(1, { status: 'IN_PROGRESS' }), event(2, { resource_name: 'r' }));
      fake.events.push(event(3, { resource_name: 'r', status: 'FAILED' }), event(4, { stack_id: 'nested' }));
      if (ids) expect((await read(query)).ids).toEqual(ids);
      else expect((await client.request('GET', `/v2/stacks/${stack}/events${query}`)).status).toBe(400);
    });

    it('page by the id of the last one', async () => {
      fake.events.push(...[1, 2, 3, 4, 5].map((sequence) => event(sequence)));
      const first = await read('?limit=2');
      expect(first).toMatchObject({ ids: ['1', '2'], next: `?limit=2&marker=${stack}.2` });
      const second = await read(first.next);
      expect(second.ids).toEqual(['3', '4']);
      expect(await read(second.next)).toMatchObject({ ids: ['5'], next: undefined });
    });

    it.each([
      '?marker=nonsense',
      '?marker=6f1c2d3e-0000-4000-8000-000000000001.3',
      '?limit=0',
      '?since=yesterday',
      '?until=x',
    ])('refuse %s', async (query) => {
      expect((await client.request('GET', `/v2/stacks/${stack}/events${query}`)).status).toBe(400);
    });
  });

  describe('as a stream', () => {
    let controller: AbortController;

    beforeEach(() => {
      controller = new AbortController();
    });

    afterEach(async () => {
      controller.abort();
      await until('every listener is closed', () => fake.open.size === 0);
    });

    async function stream(query = '', headers: Record<string, string> = {}): Promise<Response> {
      return checkedFetch(`${api.url}/v2/stacks/${stack}/events${query}`, {
        headers: { accept: 'text/event-stream', 'x-auth-token': api.adminToken, ...headers },
        signal: controller.signal,
      });
    }

    async function textOf(response: Response, until: string): Promise<string> {
      let text = '';
      const decoder = new TextDecoder();
      for await (const chunk of response.body!) {
        text += decoder.decode(chunk as Uint8Array, { stream: true });
        if (text.includes(until)) break;
      }
      return text;
    }

    beforeEach(async () => {
      stack = await api.admin.create(`streamed-${stacks}`, { heat_template_version: '2018-08-31' });
    });

    it('come as they happen, each with its id, as far as they are asked for', async () => {
      const response = await stream('?resource_name=r');
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/event-stream');
      expect(response.headers.get('x-openstack-request-id')).toMatch(/^req-/);
      expect(fake.listened).toEqual([{ rootId: stack, after: 0 }]);
      const happen = (sequence: number, data: Partial<CloudEvent['data']>): void =>
        fake.happen({
          kind: 'event',
          event: event(sequence, data),
          text: `{"number":${sequence}}`,
          place: event(sequence).id,
        });
      happen(1, {});
      happen(2, { resource_name: 'r' });
      happen(3, { resource_name: 'r', stack_id: 'another' });
      fake.happen({ kind: 'reset', completeFrom: 9 });
      expect(await textOf(response, '"complete_from":9')).toBe(
        `id: ${stack}.2\ndata: {"number":2}\n\nevent: reset\ndata: {"complete_from":9}\n\n`,
      );
    });

    it('go on after Last-Event-ID, or else since', async () => {
      await stream(`?since=${stack}.3`);
      await stream(`?since=${stack}.3`, { 'last-event-id': `${stack}.7` });
      expect(fake.listened.map(({ after }) => after)).toEqual([3, 7]);
    });

    it('are refused before they begin where something is wrong', async () => {
      expect((await stream('', { 'last-event-id': 'nonsense' })).status).toBe(400);
      expect((await stream('?since=yesterday')).status).toBe(400);
      expect((await stream('', { 'x-auth-token': 'x'.repeat(40) })).status).toBe(401);
      expect(fake.listened).toEqual([]);
    });

    it('close the feed when the client goes', async () => {
      await stream();
      await until('the feed is listened to', () => fake.open.size === 1);
      controller.abort();
      await until('the feed is closed', () => fake.open.size === 0);
    });

    it('are no stream for HEAD', async () => {
      const headers = { accept: 'text/event-stream', 'x-auth-token': api.adminToken };
      const response = await checkedFetch(`${api.url}/v2/stacks/${stack}/events`, { method: 'HEAD', headers });
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    });
  });

  it('end their streams when the api stops, so that it can', async () => {
    const stopping = await ApiInProcess.start({ openEvents: new FakeEvents().opened });
    const id = await stopping.admin.create('a', { heat_template_version: '2018-08-31' });
    const headers = { accept: 'text/event-stream', 'x-auth-token': stopping.adminToken };
    const response = await checkedFetch(`${stopping.url}/v2/stacks/${id}/events`, { headers });
    const text = response.text();
    await stopping.stop();
    expect(await text).toBe('');
  });
});
