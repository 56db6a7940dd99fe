import type { RunningCloud } from '../cloud/start-cloud';
import type { ShownEvent } from './api-client';
import type { Kiln } from './kiln';
import { until } from './until';

/** What must hold of a stack of cloud servers, whatever happened to Kiln's processes meanwhile. */
export async function expectWhole(kiln: Kiln, cloud: RunningCloud, stackId: string, count: number): Promise<void> {
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
  await expectEveryChangeTold(kiln, stackId);
}

/** The stack and all that it made are gone, and that was told to the end. */
export async function expectGone(kiln: Kiln, cloud: RunningCloud, stackId: string): Promise<void> {
  expect(await kiln.api.settled(stackId)).toBeUndefined();
  expect(cloud.living()).toEqual([]);
  const left = await kiln.database.query<object[]>('SELECT name FROM resources WHERE stack_id = $1', [stackId]);
  expect(left).toEqual([]);
  await expectEveryChangeTold(kiln, stackId);
}

/** Every sequence number from 1 to the root's last is in the log, first seen in order, each naming the one before. */
export async function expectEveryChangeTold(kiln: Kiln, stackId: string): Promise<void> {
  await until('the outbox is told', async () => {
    const [row] = await kiln.database.query<[{ left: number }]>(
      'SELECT count(*)::int AS left FROM outbox WHERE root_id = $1',
      [stackId],
    );
    return row.left === 0;
  });
  const [root] = await kiln.database.query<[{ sequence: number }]>('SELECT sequence FROM roots WHERE id = $1', [
    stackId,
  ]);
  let events: ShownEvent[] = [];
  await until('the log is read to its end', async () => {
    events = await kiln.api.events(stackId);
    return Number(events.at(-1)?.sequence) === root.sequence;
  });
  expect(events.map(({ sequence }) => Number(sequence))).toEqual(
    Array.from({ length: root.sequence }, (_, index) => index + 1),
  );
  for (const [index, event] of events.entries()) expect(event.previous).toBe(events[index - 1]?.id);
}
