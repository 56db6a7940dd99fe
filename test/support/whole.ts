import type { RunningCloud } from '../cloud/start-cloud';
import type { ShownEvent } from './api-client';
import type { Kiln } from './kiln';
import { until } from './until';

/** Where a Kiln is looked at. */
type Watched = Pick<Kiln, 'api' | 'database'>;

/** What must hold of a stack of cloud servers, whatever happened to Kiln's processes meanwhile. */
export async function expectWhole(kiln: Watched, cloud: RunningCloud, stackId: string, count: number): Promise<void> {
  await expectMade(kiln, cloud, stackId, count);
  await expectEveryChangeTold(kiln, stackId);
}

/** The stack is COMPLETE, and what lives in the cloud are its resources and no more. */
export async function expectMade(kiln: Watched, cloud: RunningCloud, stackId: string, count: number): Promise<void> {
  const stack = await kiln.api.settled(stackId);
  expect(stack).toMatchObject({ action: 'CREATE', status: 'COMPLETE' });
  const resources = await kiln.api.resources(stackId);
  expect(resources).toHaveLength(count);
  expect(resources.filter(({ action, status }) => action !== 'CREATE' || status !== 'COMPLETE')).toEqual([]);
  const ids = resources.map((resource) => resource.physical_resource_id).sort();
  expect(ids).toEqual(
    cloud
      .living()
      .map(({ id }) => id)
      .sort(),
  );
}

/** The stack and all that it made are gone, and that was told to the end. */
export async function expectGone(kiln: Watched, cloud: RunningCloud, stackId: string): Promise<void> {
  expect(await kiln.api.settled(stackId)).toBeUndefined();
  expect(cloud.living()).toEqual([]);
  const left = await kiln.database.query<object[]>('SELECT name FROM resources WHERE stack_id = $1', [stackId]);
  expect(left).toEqual([]);
  await expectEveryChangeTold(kiln, stackId);
}

/** What is left in the log after the broker was wiped: without a hole from `complete_from` to the root's last number. */
export async function expectToldSinceWipe(kiln: Watched, stackId: string): Promise<void> {
  await expectOutboxTold(kiln, stackId);
  const last = await lastSequence(kiln, stackId);
  let page: { events: ShownEvent[]; complete_from: number } = { events: [], complete_from: 0 };
  await until('the log is read to its end', async () => {
    page = (await kiln.api.request<typeof page>('GET', `/v2/stacks/${stackId}/events?limit=1000`)).body;
    return Number(page.events.at(-1)?.sequence ?? page.complete_from - 1) === last;
  });
  const from = page.complete_from;
  const told = page.events.map(({ sequence }) => Number(sequence)).filter((sequence) => sequence >= from);
  expect(told).toEqual(Array.from({ length: last - from + 1 }, (_, index) => from + index));
}

async function expectOutboxTold(kiln: Watched, stackId: string): Promise<void> {
  await until('the outbox is told', async () => {
    const [row] = await kiln.database.query<[{ left: number }]>(
      'SELECT count(*)::int AS left FROM outbox WHERE root_id = $1',
      [stackId],
    );
    return row.left === 0;
  });
}

async function lastSequence(kiln: Watched, stackId: string): Promise<number> {
  const [root] = await kiln.database.query<[{ sequence: number }]>('SELECT sequence FROM roots WHERE id = $1', [
    stackId,
  ]);
  return root.sequence;
}

/** Every sequence number from 1 to the root's last is in the log, first seen in order, each naming the one before. */
export async function expectEveryChangeTold(kiln: Watched, stackId: string): Promise<void> {
  await expectOutboxTold(kiln, stackId);
  const last = await lastSequence(kiln, stackId);
  let events: ShownEvent[] = [];
  await until('the log is read to its end', async () => {
    events = await kiln.api.events(stackId);
    return Number(events.at(-1)?.sequence) === last;
  });
  expect(events.map(({ sequence }) => Number(sequence))).toEqual(Array.from({ length: last }, (_, index) => index + 1));
  for (const [index, event] of events.entries()) expect(event.previous).toBe(events[index - 1]?.id);
}
