import { server, template } from '../support/cloud-templates';
import { CLOUD_TYPES } from '../support/cloud-types';
import { useCloud } from '../support/use-cloud';
import { useKiln } from '../support/use-kiln';
import { expectEveryChangeTold } from '../support/whole';

jest.setTimeout(120_000);

describe('what has become of a stack', () => {
  const kiln = useKiln({ engines: 2, env: CLOUD_TYPES });
  const cloud = useCloud();

  async function act(id: string, action: 'check' | 'converge'): Promise<string> {
    const answer = await kiln.api.request('POST', `/v2/stacks/${id}/actions`, { [action]: null });
    expect(answer.status).toBe(202);
    const stack = await kiln.api.settled(id);
    return `${stack!.action} ${stack!.status}`;
  }

  async function physicalIds(id: string): Promise<Record<string, string | null>> {
    const resources = await kiln.api.resources(id);
    return Object.fromEntries(resources.map((row) => [row.resource_name, row.physical_resource_id]));
  }

  it('is found out, told, and repaired', async () => {
    const definition = template({
      a: server(cloud.url),
      b: server(cloud.url, { rest: { depends_on: 'a' } }),
      c: server(cloud.url),
    });
    const id = await kiln.api.create('drifting', definition);
    await kiln.api.settled(id);
    const before = await physicalIds(id);
    expect(await act(id, 'check')).toBe('CHECK COMPLETE');

    cloud.resize(before['a']!, 'stretched');
    cloud.remove(before['b']!);
    expect(await act(id, 'check')).toBe('CHECK FAILED');
    const resources = await kiln.api.resources(id);
    expect(resources.map((row) => [row.resource_name, row.status, row.status_reason])).toEqual([
      ['a', 'FAILED', 'it is not as it was made: `size` is "stretched", and should be "small"'],
      ['b', 'FAILED', 'it is gone'],
      ['c', 'COMPLETE', ''],
    ]);
    await expectEveryChangeTold(kiln, id);
    const drifts = (await kiln.api.events(id)).filter(({ type }) => type === 'kiln.drift.check.failed');
    expect(drifts.map(({ data }) => data).sort((x, y) => (x.resource_name! < y.resource_name! ? -1 : 1))).toMatchObject(
      [
        { resource_name: 'a', drift: [{ property: 'size', expected: '"small"', found: '"stretched"' }] },
        { resource_name: 'b', drift: [], status_reason: 'it is gone' },
      ],
    );

    expect(await act(id, 'converge')).toBe('CONVERGE COMPLETE');
    const after = await physicalIds(id);
    expect(after['c']).toBe(before['c']);
    expect(
      cloud
        .living()
        .map((made) => [made.id, made.size])
        .sort(),
    ).toEqual(
      Object.values(after)
        .map((made) => [made, 'small'])
        .sort(),
    );
    expect(await act(id, 'check')).toBe('CHECK COMPLETE');

    const marked = await kiln.api.request('PATCH', `/v2/stacks/${id}/resources/c`, { mark_unhealthy: true });
    expect(marked.status).toBe(200);
    expect((await kiln.api.request('PUT', `/v2/stacks/${id}`, { template: definition })).status).toBe(202);
    expect(await kiln.api.settled(id)).toMatchObject({ action: 'UPDATE', status: 'COMPLETE' });
    const last = await physicalIds(id);
    expect([last['a'], last['b']]).toEqual([after['a'], after['b']]);
    expect(last['c']).not.toBe(after['c']);
    expect(cloud.living()).toHaveLength(3);
  });
});
