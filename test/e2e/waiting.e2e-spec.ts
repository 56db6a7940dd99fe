import { randomBytes } from 'node:crypto';
import { ApiClient } from '../support/api-client';
import { until } from '../support/until';
import { useKiln } from '../support/use-kiln';
import { expectEveryChangeTold } from '../support/whole';

jest.setTimeout(60_000);

const VERSION = { heat_template_version: '2021-04-16' };
const HANDLE = { type: 'OS::Heat::WaitConditionHandle' };

function waiting(properties: object = {}, handle: object = HANDLE): object {
  return {
    ...VERSION,
    resources: {
      handle,
      condition: {
        type: 'OS::Heat::WaitCondition',
        properties: { handle: { get_resource: 'handle' }, timeout: 600, ...properties },
      },
      after: { type: 'OS::Heat::Value', properties: { value: { get_attr: ['condition', 'data'] } } },
    },
    outputs: { data: { value: { get_attr: ['after', 'value'] } } },
  };
}

describe('a stack that waits for signals', () => {
  const kiln = useKiln();
  let stacks = 0;

  async function create(template: object): Promise<string> {
    stacks += 1;
    return kiln.api.create(`waiting-${stacks}`, template);
  }

  async function parked(id: string): Promise<void> {
    const text = `SELECT 1 FROM nodes WHERE root_id = $1 AND state = 'parked' AND awaits IS NOT NULL`;
    await until('it waits', async () => (await kiln.database.query<object[]>(text, [id])).length > 0);
  }

  async function attributesOf(id: string, name = 'handle'): Promise<Record<string, string>> {
    const path = `/v2/stacks/${id}/resources/${name}`;
    const { body } = await kiln.api.request<{ resource: { attributes: Record<string, string> } }>('GET', path);
    return body.resource.attributes;
  }

  /** Without credentials, as a server that was just started would. */
  async function signal(url: string, body?: unknown): Promise<number> {
    const anonymous = new ApiClient(new URL(url).origin, '');
    return (await anonymous.request('POST', new URL(url).pathname, body)).status;
  }

  async function waits(id: string): Promise<{ endpoint: string }> {
    await parked(id);
    const { endpoint } = await attributesOf(id);
    return { endpoint: endpoint! };
  }

  async function outputOf(id: string): Promise<unknown> {
    const { body } = await kiln.api.request<{ output: { output_value: unknown } }>(
      'GET',
      `/v2/stacks/${id}/outputs/data`,
    );
    return body.output.output_value;
  }

  it('is complete when as many of different ids came as it waits for', async () => {
    const id = await create(waiting({ count: 2 }));
    const { endpoint } = await waits(id);
    for (const data of ['first', 'second']) {
      expect(await signal(endpoint, { id: 'one', status: 'SUCCESS', data })).toBe(202);
      await parked(id);
      expect(await kiln.api.stack(id)).toMatchObject({ status: 'IN_PROGRESS' });
    }
    expect(await signal(endpoint, { id: 'other', data: { deep: [1] } })).toBe(202);
    expect(await kiln.api.settled(id)).toMatchObject({ action: 'CREATE', status: 'COMPLETE' });
    expect(await outputOf(id)).toBe('{"one": "second", "other": {"deep": [1]}}');
    await expectEveryChangeTold(kiln, id);
  });

  it('counts signals without an id and without a body, each as another', async () => {
    const id = await create(waiting({ count: 3 }));
    const { endpoint } = await waits(id);
    expect(await Promise.all([signal(endpoint), signal(endpoint, { id: '2' }), signal(endpoint, {})])).toEqual([
      ...[202, 202, 202],
    ]);
    expect(await kiln.api.settled(id)).toMatchObject({ status: 'COMPLETE' });
  });

  it('fails at once where a signal says so, with its reason', async () => {
    const id = await create(waiting({ count: 5 }));
    const { endpoint } = await waits(id);
    await signal(endpoint, { status: 'FAILURE', reason: 'the disk is full' });
    const stack = await kiln.api.settled(id);
    expect(stack).toMatchObject({ status: 'FAILED' });
    expect(stack!.status_reason).toContain('resources.condition (OS::Heat::WaitCondition): the disk is full');
  });

  it('fails when its time is over, and says how many came', async () => {
    const id = await create(waiting({ count: 2, timeout: 2 }));
    const { endpoint } = await waits(id);
    await signal(endpoint, { reason: 'the first is up' });
    const stack = await kiln.api.settled(id);
    expect(stack).toMatchObject({ status: 'FAILED' });
    expect(stack!.status_reason).toContain('timed out: 1 of 2 received - the first is up');
  });

  it('is signalled by members too, and only by them, and once with one Idempotency-Key', async () => {
    const id = await create(waiting({ count: 2 }));
    await parked(id);
    const path = `/v2/stacks/${id}/resources/handle/signal`;
    const headers = { 'idempotency-key': 'the-same' };
    for (let times = 0; times < 2; times += 1) {
      expect((await kiln.api.request('POST', path, {}, headers)).status).toBe(202);
      await parked(id);
    }
    const anonymous = new ApiClient(kiln.api.url, '');
    expect((await anonymous.request('POST', path, {})).status).toBe(401);
    expect((await kiln.api.request('POST', path, {})).status).toBe(202);
    expect(await kiln.api.settled(id)).toMatchObject({ status: 'COMPLETE' });
  });

  it('gives a command that signals, and the parts of the URL', async () => {
    const id = await create(waiting());
    const { endpoint, token, curl_cli: command, signal: known } = (await parked(id), await attributesOf(id));
    expect(endpoint).toBe(`${kiln.api.url}/v2/signals/${token}`);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(command).toMatch(/^curl -i -X POST .* http\S+$/);
    expect(command).toContain(endpoint);
    expect(JSON.parse(known!)).toEqual({ endpoint, token });
    const rows = await kiln.database.query<object[]>('SELECT to_json(r) FROM resources r WHERE stack_id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain(token);
    await kiln.api.delete(id);
    expect(await kiln.api.settled(id)).toBeUndefined();
    expect(await signal(endpoint!)).toBe(404);
  });

  it('has one answer for all tokens that nobody has', async () => {
    const guess = randomBytes(32).toString('base64url');
    const answers = [
      await kiln.api.request('POST', `/v2/signals/${guess}`, { status: 'SUCCESS' }),
      await kiln.api.request('POST', '/v2/signals/short?x=1', [1]),
    ];
    const [first, second] = answers.map(({ status, body }) => [status, { ...(body as object), request_id: '' }]);
    expect(first).toEqual(second);
    expect(first).toEqual([404, expect.objectContaining({ instance: '/v2/signals/******' })]);
  });

  it('does what CloudFormation’s types do: the reference is the URL', async () => {
    const id = await create({
      AWSTemplateFormatVersion: '2010-09-09',
      Resources: {
        handle: { Type: 'AWS::CloudFormation::WaitConditionHandle' },
        condition: {
          Type: 'AWS::CloudFormation::WaitCondition',
          Properties: { Handle: { Ref: 'handle' }, Timeout: 600 },
        },
      },
      Outputs: { url: { Value: { Ref: 'handle' } }, data: { Value: { 'Fn::GetAtt': ['condition', 'Data'] } } },
    });
    await parked(id);
    const { url } = await attributesOf(id);
    expect(await signal(url!, { Status: 'SUCCESS' })).toBe(400);
    expect(await signal(url!, { Status: 'SUCCESS', Reason: 'up', UniqueId: 'a', Data: 'it runs' })).toBe(202);
    expect(await kiln.api.settled(id)).toMatchObject({ status: 'COMPLETE' });
    expect(await outputOf(id)).toBe('{"a": "it runs"}');
  });

  it('waits anew at each update for a handle that is renewed by it', async () => {
    const handle = { type: 'OS::Heat::UpdateWaitConditionHandle' };
    const id = await create(waiting({}, handle));
    await parked(id);
    const { url: first } = await attributesOf(id);
    const body = { UniqueId: 'a', Status: 'SUCCESS', Reason: '', Data: 1 };
    await signal(first!, body);
    expect(await kiln.api.settled(id)).toMatchObject({ status: 'COMPLETE' });
    const update = await kiln.api.request('PUT', `/v2/stacks/${id}`, { template: waiting({}, handle) });
    expect(update.status).toBe(202);
    await parked(id);
    const { url: second } = await attributesOf(id);
    expect(second).not.toBe(first);
    await signal(second!, body);
    expect(await kiln.api.settled(id)).toMatchObject({ action: 'UPDATE', status: 'COMPLETE' });
    expect(await signal(first!, body)).toBe(404);
  });

  it('goes on waiting where an update wants more signals', async () => {
    const id = await create(waiting());
    const { endpoint } = await waits(id);
    await signal(endpoint, { id: 'a' });
    expect(await kiln.api.settled(id)).toMatchObject({ status: 'COMPLETE' });
    await kiln.api.request('PUT', `/v2/stacks/${id}`, { template: waiting({ count: 2 }) });
    await parked(id);
    await signal(endpoint, { id: 'b', data: 2 });
    expect(await kiln.api.settled(id)).toMatchObject({ action: 'UPDATE', status: 'COMPLETE' });
    expect(await outputOf(id)).toBe('{"a": null, "b": 2}');
  });

  it('waits anew for a handle whose condition was removed meanwhile', async () => {
    const id = await create(waiting());
    const { endpoint } = await waits(id);
    await signal(endpoint, { id: 'a' });
    expect(await kiln.api.settled(id)).toMatchObject({ status: 'COMPLETE' });
    const update = async (template: object): Promise<unknown> =>
      kiln.api.request('PUT', `/v2/stacks/${id}`, { template });
    await update({ ...VERSION, resources: { handle: HANDLE } });
    expect(await kiln.api.settled(id)).toMatchObject({ action: 'UPDATE', status: 'COMPLETE' });
    await update(waiting());
    await parked(id);
    await signal(endpoint, { id: 'b' });
    expect(await kiln.api.settled(id)).toMatchObject({ action: 'UPDATE', status: 'COMPLETE' });
    expect(await outputOf(id)).toBe('{"b": null}');
  });

  it('is deleted, and updated, at any moment while it waits', async () => {
    const id = await create(waiting());
    await parked(id);
    await kiln.api.request('PUT', `/v2/stacks/${id}`, { template: { ...VERSION, resources: { handle: HANDLE } } });
    expect(await kiln.api.settled(id)).toMatchObject({ action: 'UPDATE', status: 'COMPLETE' });
    const other = await create(waiting());
    await parked(other);
    await kiln.api.delete(other);
    expect(await kiln.api.settled(other)).toBeUndefined();
  });

  it.each([
    [
      'a transport that Kiln has not',
      { ...HANDLE, properties: { signal_transport: 'ZAQAR_SIGNAL' } },
      {},
      /TOKEN_SIGNAL/,
    ],
    ['more signals than are kept', HANDLE, { count: 1_001 }, /1000 signals at most/],
  ])('is refused with %s', async (_, handle, properties, detail) => {
    const body = { stack_name: 'refused', template: waiting(properties, handle) };
    const answer = await kiln.api.request('POST', '/v2/stacks', body);
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([400, expect.stringMatching(detail)]);
  });

  it('fails where what it names is no handle', async () => {
    const id = await create({
      ...VERSION,
      resources: { it: { type: 'OS::Heat::WaitCondition', properties: { handle: 'nothing', timeout: 5 } } },
    });
    expect((await kiln.api.settled(id))!.status_reason).toContain('`handle` is no handle of this stack');
  });
});
