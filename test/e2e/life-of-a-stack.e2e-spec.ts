import { parseExactJson } from '#template';
import type { ExactObject } from '#template';
import { server, template } from '../support/cloud-templates';
import { CLOUD_TYPES } from '../support/cloud-types';
import { until } from '../support/until';
import { useFreshCloud } from '../support/use-cloud';
import { useKiln } from '../support/use-kiln';
import { expectEveryChangeTold, expectGone, expectWhole } from '../support/whole';

jest.setTimeout(60_000);

describe('the life of a stack', () => {
  const kiln = useKiln({ engines: 2, env: CLOUD_TYPES });
  const cloud = useFreshCloud();

  async function remove(id: string): Promise<void> {
    await kiln.api.delete(id);
    await expectGone(kiln, cloud, id);
  }

  async function resource(
    id: string,
    name: string,
  ): Promise<{ action: string; status: string; status_reason: string } | undefined> {
    return (await kiln.api.resources(id)).find((shown) => shown.resource_name === name);
  }

  it('makes resources in order of dependency, gives their attributes on, and answers outputs', async () => {
    const id = await kiln.api.create(
      'ordered',
      template(
        {
          first: server(cloud.url),
          text: {
            type: 'OS::Heat::Value',
            properties: {
              value: { str_replace: { template: 'made ID', params: { ID: { get_attr: ['first', 'id'] } } } },
            },
          },
          second: { ...server(cloud.url), depends_on: 'text' },
        },
        { outputs: { text: { value: { get_attr: ['text', 'value'] } }, first: { value: { get_resource: 'first' } } } },
      ),
    );
    await expectComplete(id);
    const stack = await kiln.api.stack(id);
    const [first] = cloud.living();
    expect(stack?.outputs.map(({ output_key, output_value }) => [output_key, output_value])).toEqual([
      ['text', `made ${first?.id}`],
      ['first', first?.id],
    ]);
    const told = (await kiln.api.events(id)).filter(
      ({ data }) => data.status === 'COMPLETE' && data.resource_name !== undefined,
    );
    expect(told.map(({ data }) => data.resource_name)).toEqual(['first', 'text', 'second']);
    await remove(id);
  });

  async function expectComplete(id: string): Promise<void> {
    expect(await kiln.api.settled(id)).toMatchObject({ action: 'CREATE', status: 'COMPLETE' });
    await expectEveryChangeTold(kiln, id);
  }

  it('puts numbers into texts as they were written, wherever they come from', async () => {
    const text = (value: string): string =>
      `{"type": "OS::Heat::Value", "properties": {"value": {"str_replace": {"template": "N", "params": {"N": ${value}}}}}}`;
    const written = parseExactJson(`{
      "heat_template_version": "2021-04-16",
      "parameters": {"float": {"type": "string", "default": 2.0}, "given": {"type": "json"}},
      "resources": {
        "one": ${text('12345678901234567890')},
        "two": ${text('[1.0, -0.0, 1e16, {"get_param": "given"}]')},
        "three": ${text('{"get_param": "float"}')}
      },
      "outputs": {
        "one": {"value": {"get_attr": ["one", "value"]}},
        "two": {"value": {"get_attr": ["two", "value"]}},
        "three": {"value": {"get_attr": ["three", "value"]}}
      }
    }`) as ExactObject;
    const parameters = parseExactJson('{"given": {"a": [3.0]}}');
    const id = await kiln.api.create('numbers', written, { parameters });
    await expectComplete(id);
    const outputs = (await kiln.api.stack(id))?.outputs.map(({ output_value }) => output_value);
    expect(outputs).toEqual(['12345678901234567890', '[1.0, -0.0, 1e+16, {"a": [3.0]}]', '2.0']);
    await remove(id);
  });

  it('makes an empty stack', async () => {
    const id = await kiln.api.create('empty', template({}));
    await expectComplete(id);
    await remove(id);
  });

  it('fails with a reason that names the resource, lets independent branches end, and starts nothing that depends on it', async () => {
    const id = await kiln.api.create(
      'failing',
      template({
        bad: server(cloud.url, { fail: { status: 400, times: 1 } }),
        dependent: { ...server(cloud.url), depends_on: 'bad' },
        further: { ...server(cloud.url), depends_on: 'dependent' },
        independent: server(cloud.url, { delayMs: 50 }),
      }),
    );
    const stack = await kiln.api.settled(id);
    expect(stack).toMatchObject({ action: 'CREATE', status: 'FAILED' });
    expect(stack?.status_reason).toMatch(/^Resource CREATE failed: resources\.bad \(Test::Cloud::Server\): .*400/);
    expect(await resource(id, 'bad')).toMatchObject({ action: 'CREATE', status: 'FAILED' });
    expect(await resource(id, 'independent')).toMatchObject({ action: 'CREATE', status: 'COMPLETE' });
    expect(await resource(id, 'dependent')).toMatchObject({ action: 'INIT', status: 'COMPLETE' });
    expect(await resource(id, 'further')).toMatchObject({ action: 'INIT', status: 'COMPLETE' });
    expect(stack?.progress).toMatchObject({ total: 4, done: 1, failed: 1, running: 0 });
    await remove(id);
  });

  it('tries again what a provider refuses for now', async () => {
    const id = await kiln.api.create(
      'busy',
      template({ a: server(cloud.url, { fail: { status: 503, times: 1 }, loseAnswer: 1 }) }),
    );
    await expectWhole(kiln, cloud, id, 1);
    await remove(id);
  });

  it('deletes what a failed create made where the stack asks for it', async () => {
    const broken = {
      a: server(cloud.url),
      bad: { ...server(cloud.url, { fail: { status: 400, times: 1 } }), depends_on: 'a' },
    };
    const id = await kiln.api.create('rolled-back', template(broken), { disable_rollback: false });
    await until('the rollback ends', async () => {
      const stack = await kiln.api.stack(id);
      return stack?.action === 'ROLLBACK' && stack.status !== 'IN_PROGRESS';
    });
    const stack = await kiln.api.stack(id);
    expect(stack).toMatchObject({ action: 'ROLLBACK', status: 'COMPLETE' });
    expect(cloud.living()).toEqual([]);
    expect(await kiln.api.resources(id)).toEqual([]);
    await expectEveryChangeTold(kiln, id);
    await remove(id);
  });

  it('leaves the outside alone where the deletion policy is Retain', async () => {
    const id = await kiln.api.create(
      'retaining',
      template({ kept: server(cloud.url, { rest: { deletion_policy: 'Retain' } }), gone: server(cloud.url) }),
    );
    await expectWhole(kiln, cloud, id, 2);
    const kept = (await kiln.api.resources(id)).find((shown) => shown.resource_name === 'kept')?.physical_resource_id;
    await kiln.api.delete(id);
    expect(await kiln.api.settled(id)).toBeUndefined();
    expect(cloud.living().map((living) => living.id)).toEqual([kept]);
    await fetch(`${cloud.url}/servers/${kept}`, { method: 'DELETE' });
  });

  it('ends a delete that comes in the middle of a create with nothing alive', async () => {
    const names = Array.from({ length: 30 }, (_, index) => index);
    const resources = names.map((index) => [
      `r${index}`,
      { ...server(cloud.url, { delayMs: 30 }), ...(index < 10 ? {} : { depends_on: `r${index - 10}` }) },
    ]);
    for (const enough of [1, 7, 14, 25]) {
      const id = await kiln.api.create(
        'interrupted',
        template(Object.fromEntries(resources) as Record<string, unknown>),
      );
      await until(`${enough} servers are made`, () => cloud.living().length >= enough);
      await kiln.api.delete(id);
      await expectGone(kiln, cloud, id);
    }
  });

  it('ends a delete that comes before the create was planned', async () => {
    const id = await kiln.api.create('unplanned', template({ a: server(cloud.url) }));
    await remove(id);
  });

  it('answers two deletes at once with one operation', async () => {
    const id = await kiln.api.create('twice', template({ a: server(cloud.url, { delayMs: 20 }) }));
    await expectWhole(kiln, cloud, id, 1);
    const answers = await Promise.all([1, 2, 3, 4].map(() => kiln.api.request('DELETE', `/v2/stacks/${id}`)));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    await expectGone(kiln, cloud, id);
    const [row] = await kiln.database.query<[{ deletes: number }]>(
      `SELECT count(*)::int AS deletes FROM operations WHERE stack_id = $1 AND action = 'DELETE'`,
      [id],
    );
    expect(row.deletes).toBe(1);
  });

  it('times out what takes longer than the stack may, and says so', async () => {
    const id = await kiln.api.create(
      'slow',
      template({
        waits: { type: 'OS::Heat::TestResource', properties: { value: 'x', action_wait_secs: { create: 3_000 } } },
        after: { ...server(cloud.url), depends_on: 'waits' },
      }),
      { timeout_mins: 1 },
    );
    await until('the step waits', async () => (await resource(id, 'waits'))?.status === 'IN_PROGRESS');
    // The deadline is brought forward in the database, by whose clock it counts.
    await kiln.database.query(`UPDATE timers SET due_at = now() WHERE root_id = $1 AND kind = 'operation-deadline'`, [
      id,
    ]);
    const stack = await kiln.api.settled(id);
    expect(stack).toMatchObject({
      action: 'CREATE',
      status: 'FAILED',
      status_reason: 'Stack CREATE timed out: it may take 1 min',
    });
    expect(await resource(id, 'waits')).toMatchObject({ status: 'FAILED' });
    await remove(id);
  });

  it('supersedes at once what only waits', async () => {
    const id = await kiln.api.create(
      'waiting',
      template({
        waits: { type: 'OS::Heat::TestResource', properties: { value: 'x', action_wait_secs: { create: 3_000 } } },
      }),
    );
    await until('the step is parked', async () => {
      const rows = await kiln.database.query<object[]>(`SELECT 1 FROM nodes WHERE root_id = $1 AND state = 'parked'`, [
        id,
      ]);
      return rows.length === 1;
    });
    await remove(id);
  });

  it('shows no hidden parameter in reasons, events, rows or logs', async () => {
    const secret = 'correct-horse-battery-staple';
    const id = await kiln.api.create(
      'secretive',
      template(
        { bad: { type: 'OS::Heat::TestResource', properties: { value: { get_param: 'word' }, fail: true } } },
        { parameters: { word: { type: 'string', hidden: true } } },
      ),
      { parameters: { word: secret } },
    );
    const stack = await kiln.api.settled(id);
    expect(stack?.status).toBe('FAILED');
    expect(JSON.stringify(stack)).not.toContain(secret);
    expect(JSON.stringify(stack)).toContain('******');
    expect(JSON.stringify(await kiln.api.resources(id))).not.toContain(secret);
    expect(JSON.stringify(await kiln.api.events(id))).not.toContain(secret);
    expect(await tablesThatHold(secret)).toEqual([]);
    expect(kiln.output()).not.toContain(secret);
    await remove(id);
  });

  it('shows no hidden parameter either in what is wrong with a resource’s properties', async () => {
    const secret = 'horse-battery-staple-correct';
    const name = { list_join: ['', [{ get_param: 'word' }, { get_attr: ['random', 'value'] }]] };
    const resources = {
      random: { type: 'OS::Heat::RandomString' },
      bad: { type: 'OS::Heat::Value', properties: { value: { get_file: name } } },
    };
    const id = await kiln.api.create(
      'hidden-in-inputs',
      template(resources, { parameters: { word: { type: 'string', hidden: true } } }),
      { parameters: { word: secret } },
    );
    const stack = await kiln.api.settled(id);
    expect(stack?.status_reason).toContain('has no file `******');
    expect(await tablesThatHold(secret)).toEqual([]);
    expect(JSON.stringify(await kiln.api.events(id))).not.toContain(secret);
    await remove(id);
  });

  it('stores sealed what a hidden parameter or an output flows into', async () => {
    const secret = 'staple-battery-horse-correct';
    const resources = {
      random: { type: 'OS::Heat::RandomString', metadata: { word: { get_param: 'word' } } },
    };
    const id = await kiln.api.create(
      'flowing',
      template(resources, {
        parameters: { word: { type: 'string', hidden: true } },
        outputs: { made: { value: { get_attr: ['random', 'value'] } } },
      }),
      { parameters: { word: secret } },
    );
    const stack = await kiln.api.settled(id);
    const made = stack?.outputs[0]?.output_value as string;
    expect(made).toMatch(/^\w{32}$/);
    // The answer has the outputs, and is kept to be given again.
    const answer = await kiln.api.request('DELETE', `/v2/stacks/${id}`, undefined, { 'idempotency-key': 'k' });
    expect(JSON.stringify(answer.body)).toContain(made);
    expect([...(await tablesThatHold(secret)), ...(await tablesThatHold(made))]).toEqual([]);
    const again = await kiln.api.request('DELETE', `/v2/stacks/${id}`, undefined, { 'idempotency-key': 'k' });
    expect(again.body).toEqual(answer.body);
    await expectGone(kiln, cloud, id);
  });

  /** The tables of which a row holds the text in the clear, or as bytes. */
  async function tablesThatHold(text: string): Promise<string[]> {
    const found: string[] = [];
    for (const { tableName } of kiln.database.entityMetadatas) {
      const rows = await kiln.database.query<{ row: string }[]>(`SELECT t::text AS row FROM ${tableName} t`);
      const hex = Buffer.from(text).toString('hex');
      if (rows.some(({ row }) => row.includes(text) || row.includes(hex))) found.push(tableName);
    }
    return found;
  }
});
