import { createTypeRegistry, resourceTypeContract } from '#resources';
import type { ContractSubject, Step } from '#resources';
import type { RunningCloud } from './start-cloud';
import { startCloud } from './start-cloud';
import { resourceTypes } from './types';

const type = createTypeRegistry(resourceTypes).get('Test::Cloud::Server');

describe('Test::Cloud::Server', () => {
  let cloud: RunningCloud;
  beforeEach(async () => (cloud = await startCloud()));
  afterEach(() => cloud.close());

  function subjectOf(properties: Record<string, number>): ContractSubject {
    return {
      type,
      providers: {},
      project: 'default',
      properties: { endpoint: cloud.url, size: 'small', ...properties },
      living: () => Promise.resolve(cloud.living().map((server) => server.id)),
    };
  }

  it.each(resourceTypeContract.map((rule) => [rule.name, rule] as const))('%s', async (_name, rule) => {
    await rule.run(subjectOf({}));
  });

  it.each(resourceTypeContract.map((rule) => [rule.name, rule] as const))(
    '%s, where answers get lost',
    async (_name, rule) => {
      await rule.run(subjectOf({ lose_answer: 2 }));
    },
  );

  const step = (properties: Step['properties']): Step => ({
    resourceId: '1',
    resourceName: 'server',
    stackName: 'shop',
    stackId: '2',
    project: 'default',
    properties: { endpoint: cloud.url, ...properties },
    physicalId: null,
    state: null,
    signal: new AbortController().signal,
    now: new Date(0),
    key: 'kiln-1',
    providers: {},
  });

  it('tries again after a failure of the cloud, with the same key', async () => {
    const first = await type.create(step({ fail: { status: 503, times: 1 } }));
    if (first.outcome !== 'again') throw new Error('not again');
    const second = await type.create({ ...step({ fail: { status: 503, times: 1 } }), state: first.state });
    expect(second).toMatchObject({ outcome: 'done', physicalId: 'server-1' });
    expect(cloud.calls().map((call) => call.key)).toEqual(['kiln-1', 'kiln-1']);
  });

  it('fails where the cloud refuses', async () => {
    await expect(type.create(step({ fail: { status: 403, times: 1 } }))).rejects.toThrow('the cloud answered 403');
  });

  it('gives up a call at the deadline of the step', async () => {
    const deadline = new AbortController();
    const call = type.create({ ...step({ delay_ms: 60_000 }), signal: deadline.signal });
    deadline.abort(new Error('past its deadline'));
    await expect(call).rejects.toThrow('past its deadline');
  });
});
