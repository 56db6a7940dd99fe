import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from '../support/api-client';
import { server, serverRows, template } from '../support/cloud-templates';
import { CLOUD_TYPES } from '../support/cloud-types';
import { until } from '../support/until';
import { useFreshCloud } from '../support/use-cloud';
import { useKiln } from '../support/use-kiln';
import { expectEveryChangeTold, expectGone, expectWhole } from '../support/whole';

jest.setTimeout(60_000);

const SERVERS = 24;
/** Some sweeps of every engine: what none of them begins in that time, none is going to. */
const SOME_SWEEPS_MS = 1_000;

interface ShownOperation {
  id: string;
  action: string;
  status: string;
  status_reason: string;
  deadline: string | null;
}

type Acted = Answer<{ operation: ShownOperation; detail: string }>;

describe('actions', () => {
  const kiln = useKiln({ engines: 2, env: CLOUD_TYPES });
  const cloud = useFreshCloud();

  async function act(id: string, action: string, options: object | null = null): Promise<Acted> {
    return kiln.api.request('POST', `/v2/stacks/${id}/actions`, { [action]: options });
  }

  async function accepted(id: string, action: string, options: object | null = null): Promise<ShownOperation> {
    const { status, body } = await act(id, action, options);
    expect([status, body.detail]).toEqual([202, undefined]);
    return body.operation;
  }

  /** A stack that is being made, of which some servers are there already and most are not. */
  async function underway(name: string): Promise<string> {
    const id = await kiln.api.create(name, serverRows(cloud.url, SERVERS, { width: 4, delayMs: 100 }));
    await until('some servers are made', () => cloud.living().length > 0);
    return id;
  }

  async function resting(id: string): Promise<void> {
    await until('what ran has ended', async () => (await kiln.api.stack(id))?.progress.running === 0);
  }

  async function remove(id: string): Promise<void> {
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
  }

  const idsOf = (): string[] => cloud.living().map(({ id }) => id);
  const sizesOf = (): string[] => cloud.living().map(({ size }) => size);

  async function statusOf(id: string, resource: string): Promise<string> {
    const shown = (await kiln.api.resources(id)).find(({ resource_name: name }) => name === resource);
    return `${shown?.action} ${shown?.status}`;
  }

  it('retry goes on from where a create failed, and makes nothing twice', async () => {
    const fails = server(cloud.url, { fail: { status: 400, times: 1 }, rest: { depends_on: 'a' } });
    const resources = { a: server(cloud.url), b: fails, c: { ...server(cloud.url), depends_on: 'b' } };
    const id = await kiln.api.create('retried', template(resources));
    expect(await kiln.api.settled(id)).toMatchObject({ action: 'CREATE', status: 'FAILED' });
    const before = idsOf();
    expect(before).toHaveLength(1);
    expect(await accepted(id, 'retry')).toMatchObject({ action: 'CREATE', status: 'IN_PROGRESS' });
    await expectWhole(kiln, cloud, id, 3);
    expect(idsOf()).toEqual(expect.arrayContaining(before));
    expect((await act(id, 'retry')).body.detail).toBe('only what has failed is retried; the stack is CREATE COMPLETE');
    await remove(id);
  });

  describe('pause', () => {
    it('begins nothing more, whatever becomes of the engines, until resume', async () => {
      const id = await underway('paused');
      expect(await accepted(id, 'pause')).toMatchObject({ action: 'CREATE', status: 'PAUSED', deadline: null });
      await resting(id);
      const before = idsOf();
      expect(before.length).toBeLessThan(SERVERS);
      for (const engine of kiln.engines.splice(0)) await engine.kill();
      for (const engine of [await kiln.startEngine(), await kiln.startEngine()]) await engine.ready();
      await wait(SOME_SWEEPS_MS);
      expect(idsOf()).toEqual(before);
      expect(await kiln.api.stack(id)).toMatchObject({ action: 'CREATE', status: 'PAUSED' });
      expect((await act(id, 'pause')).status).toBe(409);
      const resumed = await accepted(id, 'resume');
      expect(resumed).toMatchObject({ action: 'CREATE', status: 'IN_PROGRESS', status_reason: '' });
      expect(resumed.deadline).not.toBeNull();
      await expectWhole(kiln, cloud, id, SERVERS);
      expect(idsOf()).toEqual(expect.arrayContaining(before));
      expect((await act(id, 'resume')).body.detail).toBe('nothing is paused; the stack is CREATE COMPLETE');
      await remove(id);
    });

    it('lets what was begun come to its end, also after a wait', async () => {
      const slow = { type: 'OS::Heat::Delay', properties: { min_wait: 2 } };
      const id = await kiln.api.create('waits', template({ slow, next: { ...server(cloud.url), depends_on: 'slow' } }));
      await until('the wait is parked', async () => {
        const [row] = await kiln.database.query<{ state: string }[]>(
          `SELECT state FROM nodes WHERE root_id = $1 AND state = 'parked'`,
          [id],
        );
        return row !== undefined;
      });
      await accepted(id, 'pause');
      await until('the wait is over', async () => (await statusOf(id, 'slow')) === 'CREATE COMPLETE');
      await wait(SOME_SWEEPS_MS);
      expect(await statusOf(id, 'next')).toBe('INIT COMPLETE');
      expect(await kiln.api.stack(id)).toMatchObject({ status: 'PAUSED' });
      await accepted(id, 'resume');
      expect(await kiln.api.settled(id)).toMatchObject({ action: 'CREATE', status: 'COMPLETE' });
      await remove(id);
    });

    it('keeps an operation of which nothing is left from ending', async () => {
      const id = await kiln.api.create('last', template({ a: server(cloud.url, { delayMs: 500 }) }));
      await until('it runs', async () => (await kiln.api.stack(id))?.progress.running === 1);
      await accepted(id, 'pause');
      await until('it is made', async () => (await statusOf(id, 'a')) === 'CREATE COMPLETE');
      await wait(SOME_SWEEPS_MS);
      expect(await kiln.api.stack(id)).toMatchObject({ status: 'PAUSED', progress: { done: 1, total: 1 } });
      await accepted(id, 'resume');
      await expectWhole(kiln, cloud, id, 1);
      await remove(id);
    });

    it('stands in no way of a delete', async () => {
      const id = await underway('paused-and-deleted');
      await accepted(id, 'pause');
      await remove(id);
    });
  });

  describe('cancel_update', () => {
    it('without rollback ends a create where it is, and retry goes on from there', async () => {
      const id = await underway('cancelled');
      const operation = await accepted(id, 'cancel_update', { rollback: false });
      const stack = await kiln.api.settled(id);
      expect(stack).toMatchObject({
        ...{ action: 'CREATE', status: 'FAILED' },
        status_reason: 'cancelled: retry goes on from here',
      });
      const before = idsOf();
      expect(before.length).toBeLessThan(SERVERS);
      await expectEveryChangeTold(kiln, id);
      expect((await accepted(id, 'retry')).id).not.toBe(operation.id);
      await expectWhole(kiln, cloud, id, SERVERS);
      expect(idsOf()).toEqual(expect.arrayContaining(before));
      await remove(id);
    });

    it('does so where it is paused', async () => {
      const id = await underway('paused-and-cancelled');
      await accepted(id, 'pause');
      await accepted(id, 'cancel_update', { rollback: false });
      expect(await kiln.api.settled(id)).toMatchObject({ action: 'CREATE', status: 'FAILED' });
      await remove(id);
    });

    it('goes back to the last good template', async () => {
      const of = (size: string): object => {
        const { resources } = serverRows(cloud.url, SERVERS, { width: 4, delayMs: 50 }) as {
          resources: Record<string, { properties: object }>;
        };
        return template(
          Object.fromEntries(
            Object.entries(resources).map(([name, made]) => [
              name,
              { ...made, properties: { ...made.properties, size } },
            ]),
          ),
        );
      };
      const id = await kiln.api.create('gone-back', of('small'));
      await expectWhole(kiln, cloud, id, SERVERS);
      const before = idsOf();
      expect((await kiln.api.request('PUT', `/v2/stacks/${id}`, { template: of('large') })).status).toBe(202);
      await until('some are replaced', () => sizesOf().includes('large'));
      expect(await accepted(id, 'cancel_update')).toMatchObject({ action: 'ROLLBACK', status: 'IN_PROGRESS' });
      expect(await kiln.api.settled(id)).toMatchObject({ action: 'ROLLBACK', status: 'COMPLETE' });
      expect(idsOf().sort()).toEqual(before.sort());
      const { body } = await kiln.api.request<{ parameters: object }>('GET', `/v2/stacks/${id}/template`);
      expect(JSON.stringify(body)).not.toContain('large');
      await remove(id);
    });

    it.each([
      ['with rollback, of a create', {}, 'only an update that is in progress can be cancelled'],
      ['of what has settled', { rollback: false }, 'only a create or an update that is in progress can be cancelled'],
    ])('is refused %s', async (_, options, detail) => {
      const id = await kiln.api.create('refused', template({ a: server(cloud.url) }));
      if ('rollback' in options) await kiln.api.settled(id);
      const answer = await act(id, 'cancel_update', options);
      expect([answer.status, answer.body.detail]).toEqual([409, expect.stringContaining(detail)]);
      await kiln.api.settled(id);
      await remove(id);
    });
  });
});
