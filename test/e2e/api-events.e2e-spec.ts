import { checkedFetch } from '../support/contract/check-answer';
import type { ShownEvent } from '../support/api-client';
import { useKiln } from '../support/use-kiln';

const TEMPLATE = {
  heat_template_version: '2018-08-31',
  resources: { a: { type: 'OS::Heat::None' }, b: { type: 'OS::Heat::None', depends_on: 'a' } },
};

jest.setTimeout(30_000);

describe('events, from the database through the broker to a client', () => {
  const kiln = useKiln();
  let stack: string;

  beforeAll(async () => {
    stack = await kiln.api.create('watched', TEMPLATE);
  });

  /** Reads a live stream until an event of that type comes. */
  async function streamed(until: string, headers: Record<string, string> = {}): Promise<ShownEvent[]> {
    const controller = new AbortController();
    const response = await checkedFetch(`${kiln.api.url}/v2/stacks/${stack}/events`, {
      headers: { accept: 'text/event-stream', 'x-auth-token': kiln.token, ...headers },
      signal: controller.signal,
    });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const events: ShownEvent[] = [];
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body!) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop()!;
      events.push(...blocks.flatMap(readBlock));
      if (events.some(({ type }) => type === until)) break;
    }
    controller.abort();
    return events;
  }

  function readBlock(block: string): ShownEvent[] {
    const [, id, data] = /^id: (.*)\ndata: (.*)$/.exec(block) ?? [];
    if (data === undefined) return [];
    const event = JSON.parse(data) as ShownEvent;
    expect(event.id).toBe(id);
    return [event];
  }

  it('come live from the first one on, without a gap, until the stack is COMPLETE', async () => {
    const events = await streamed('kiln.stack.create.complete');
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_event, at) => String(at + 1)));
    expect(events[0]).toMatchObject({ type: 'kiln.stack.create.in_progress', id: `${stack}.1` });
    expect(events[1]).toMatchObject({ previous: `${stack}.1` });
    const made = events.filter(({ type }) => type === 'kiln.resource.create.complete');
    expect(made.map(({ data }) => data.resource_name)).toEqual(['a', 'b']);
  });

  it('are the same in the list, and complete', async () => {
    await kiln.api.settled(stack);
    const live = await streamed('kiln.stack.create.complete');
    const listed = await kiln.api.events(stack);
    expect(listed.slice(0, live.length)).toEqual(live);
    const page = await kiln.api.request('GET', `/v2/stacks/${stack}/events?resource_name=b&limit=1`);
    expect(page).toMatchObject({ status: 200, body: { complete_from: 1, events: [{ data: { resource_name: 'b' } }] } });
  });

  it('go on after Last-Event-ID, and can be read when the stack is gone', async () => {
    const before = await kiln.api.events(stack);
    const last = before.at(-1)!;
    await kiln.api.delete(stack);
    const after = await streamed('kiln.stack.delete.complete', { 'last-event-id': last.id });
    expect(after[0]?.previous).toBe(last.id);
    expect(await kiln.api.settled(stack)).toBeUndefined();
    expect((await kiln.api.events(stack)).map(({ id }) => id)).toEqual([...before, ...after].map(({ id }) => id));
  });
});
