import { randomUUID } from 'node:crypto';
import { toCloudEvent } from '#contracts';
import type { CloudEvent } from '#contracts';
import type { ApiClient } from '../../../test/support/api-client';
import { ApiInProcess } from '../../../test/support/api-in-process';
import { checkedFetch } from '../../../test/support/contract/check-answer';
import { FakeEvents } from '../../../test/support/fake-events';
import { until } from '../../../test/support/until';

const PLACE = `${'1.5-'.repeat(15)}2.z`;

let fake: FakeEvents;
let api: ApiInProcess;
let client: ApiClient;
let stack: string;

beforeAll(async () => {
  fake = new FakeEvents();
  api = await ApiInProcess.start({ openEvents: fake.opened });
  client = await api.clientOf('p', ['member']);
});

afterAll(async () => {
  await api.stop();
});

beforeEach(async () => {
  stack = await client.create(`stack-${randomUUID()}`, { heat_template_version: '2018-08-31' });
  fake.events.length = 0;
  fake.completeFrom = 1;
});

function event(sequence: number, data: Partial<CloudEvent['data']> = {}): CloudEvent {
  const facts = { stack_id: stack, stack_name: 's', action: 'CREATE' as const, status: 'COMPLETE' as const, ...data };
  const kind = data.resource_name === undefined ? 'stack' : 'resource';
  const time = `2026-01-01T00:00:0${sequence}.000Z`;
  return toCloudEvent({ kind, data: facts }, { rootId: stack, project: 'p', sequence, time });
}

async function sequencesOf(path: string): Promise<string[]> {
  const { body } = await client.request<{ events: CloudEvent[] }>('GET', `/v2/stacks/${stack}${path}`);
  return body.events.map(({ sequence }) => sequence);
}

describe('events of resources', () => {
  beforeEach(() => {
    fake.events.push(event(1, { status: 'IN_PROGRESS' }), event(2, { resource_name: 'r' }));
    fake.events.push(event(3, { resource_name: 'a b/c', status: 'FAILED' }), event(4));
    fake.events.push(event(5, { resource_name: 'r', stack_id: randomUUID() }));
  });

  it.each([
    ['/resources/events', ['2', '3']],
    ['/resources/events?status=FAILED', ['3']],
    ['/resources/events?limit=1', ['2']],
    ['/resources/r/events', ['2']],
    ['/resources/a%20b%2Fc/events', ['3']],
    ['/resources/r/events?resource_name=a', []],
    ['/resources/gone/events', []],
  ])('are at %s: %j', async (path, sequences) => {
    expect(await sequencesOf(path)).toEqual(sequences);
  });

  it('page by links that stay with the resource', async () => {
    fake.events.push(event(6, { resource_name: 'r' }));
    const path = `/v2/stacks/${stack}/resources/r/events`;
    const { body } = await client.request<{ links: { href: string }[] }>('GET', `${path}?limit=1`);
    expect(body.links[0]!.href).toBe(`${api.url}${path}?limit=1&marker=${stack}.2`);
  });

  it('come live, those of other resources left out', async () => {
    const controller = new AbortController();
    const headers = { accept: 'text/event-stream', 'x-auth-token': await api.tokenOf('p', ['reader']) };
    const url = `${api.url}/v2/stacks/${stack}/resources/r/events`;
    const response = await checkedFetch(url, { headers, signal: controller.signal });
    for (const one of fake.events) fake.happen({ kind: 'event', event: one, text: '{}', place: one.id });
    fake.happen({ kind: 'reset', completeFrom: 9 });
    expect(await textOf(response, 'reset')).toBe(
      `id: ${stack}.2\ndata: {}\n\nevent: reset\ndata: {"complete_from":9}\n\n`,
    );
    controller.abort();
    await until('the feed is closed', () => fake.open.size === 0);
  });
});

describe('one event', () => {
  const show = (id: string, of = stack): ReturnType<ApiClient['request']> =>
    client.request('GET', `/v2/stacks/${of}/resources/events/${id}`);

  it('is shown as it was published, of a resource or of the stack', async () => {
    fake.events.push(event(1), event(2, { resource_name: 'r' }));
    expect(await show(`${stack}.1`)).toMatchObject({ status: 200, body: { event: event(1) } });
    expect(await show(`${stack}.2`)).toMatchObject({ status: 200, body: { event: event(2, { resource_name: 'r' }) } });
  });

  it('is gone once retention has dropped it', async () => {
    fake.completeFrom = 3;
    expect(await show(`${stack}.2`)).toMatchObject({ status: 410, body: { title: 'Gone' } });
  });

  it.each(['nonsense', '%00', `${randomUUID()}.1`])('is not there by the id %s', async (id) => {
    expect((await show(id)).status).toBe(404);
  });

  it('is not there before it has happened, nor in another stack of the same root', async () => {
    fake.events.push(event(1, { stack_id: randomUUID() }));
    expect((await show(`${stack}.1`)).status).toBe(404);
    expect((await show(`${stack}.2`)).status).toBe(404);
  });

  it('is not there for another project, and takes no query', async () => {
    fake.events.push(event(1));
    const other = await api.clientOf('q', ['admin']);
    expect((await other.request('GET', `/v2/stacks/${stack}/resources/events/${stack}.1`)).status).toBe(404);
    expect((await show(`${stack}.1?limit=1`)).status).toBe(400);
  });
});

describe('everything in a project', () => {
  const stream = async (headers: Record<string, string>, signal: AbortSignal): Promise<Response> => {
    const token = await api.tokenOf('p', ['reader']);
    return checkedFetch(`${api.url}/v2/events`, { headers: { 'x-auth-token': token, ...headers }, signal });
  };
  let controller: AbortController;

  beforeEach(() => {
    controller = new AbortController();
    fake.listenedToProjects.length = 0;
  });

  afterEach(async () => {
    controller.abort();
    await until('every listener is closed', () => fake.open.size === 0);
  });

  it('comes live, each event with the place to go on from', async () => {
    const response = await stream({}, controller.signal);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    expect(fake.listenedToProjects).toEqual([{ project: 'p' }]);
    fake.happen({ kind: 'event', event: event(1), text: '{"number":1}', place: PLACE });
    fake.happen({ kind: 'reset' });
    expect(await textOf(response, 'reset')).toBe(`id: ${PLACE}\ndata: {"number":1}\n\nevent: reset\ndata: {}\n\n`);
  });

  it('goes on from such a place', async () => {
    await stream({ 'last-event-id': PLACE }, controller.signal);
    const [request] = fake.listenedToProjects;
    expect(request!.after!.get(0)).toEqual({ epoch: 1, offset: 4 });
    expect(request!.after!.get(15)).toEqual({ epoch: 2, offset: 34 });
  });

  it('refuses what is no such place', async () => {
    for (const id of ['nonsense', `${stack}.1`, PLACE.slice(4), `${PLACE}-1.1`]) {
      const response = await stream({ 'last-event-id': id }, controller.signal);
      expect(await response.json()).toMatchObject({ status: 400, errors: [{ path: '/headers/last-event-id' }] });
    }
    expect((await client.request('GET', '/v2/events?since=now')).status).toBe(400);
    expect(fake.listenedToProjects).toEqual([]);
  });

  it('is no stream for HEAD', async () => {
    const response = await client.request('HEAD', '/v2/events');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    expect(fake.listenedToProjects).toEqual([]);
  });
});

async function textOf(response: Response, until: string): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body!) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.includes(until) && text.endsWith('\n\n')) break;
  }
  return text;
}
