import type { Answer, ApiClient } from '../../../test/support/api-client';
import { ApiInProcess } from '../../../test/support/api-in-process';
import { until } from '../../../test/support/until';

const VERSION = { heat_template_version: '2021-04-16' };
const ENV = {
  KILN_QUOTA_STACKS: '3',
  KILN_QUOTA_RESOURCES: '2',
  KILN_QUOTA_NESTED_DEPTH: '4',
  KILN_QUOTA_TEMPLATE_BYTES: '1000',
  KILN_QUOTA_SUBSCRIPTIONS: '7',
};

const WAITING = `
  SELECT count(*)::integer AS waiting FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event_type = 'Lock'`;

interface Refusal {
  detail: string;
}

describe('quotas', () => {
  let api: ApiInProcess;

  beforeAll(async () => {
    api = await ApiInProcess.start({ env: ENV });
  });

  afterAll(async () => {
    await api.stop();
  });

  function create(client: ApiClient, name: string, template: object = VERSION): Promise<Answer<Refusal>> {
    return client.request<Refusal>('POST', '/v2/stacks', { stack_name: name, template });
  }

  const show = (client: ApiClient): Promise<Answer> => client.request('GET', '/v2/quotas');

  it('are shown with what the caller’s own project has of them', async () => {
    const member = await api.clientOf('shown', ['member']);
    await create(await api.clientOf('elsewhere', ['member']), 'theirs');
    await create(member, 'gone');
    const gone = await create(member, 'kept');
    await api.database.query(`UPDATE stacks SET deleted_at = now() WHERE project = 'shown' AND name = 'gone'`);
    expect(gone.status).toBe(202);
    const answer = await show(await api.clientOf('shown', ['reader']));
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body).toEqual({
      quotas: {
        stacks: { limit: 3, used: 1 },
        resources: { limit: 2, used: null },
        nested_depth: { limit: 4, used: null },
        template_bytes: { limit: 1_000, used: null },
        subscriptions: { limit: 7, used: 0 },
      },
    });
    expect((await member.request('GET', '/v2/quotas?project=elsewhere')).status).toBe(400);
  });

  it.each<[string, object]>([
    [
      'resources',
      { ...VERSION, resources: Object.fromEntries(['a', 'b', 'c'].map((name) => [name, { type: 'OS::Heat::None' }])) },
    ],
    ['template_bytes', { ...VERSION, description: 'x'.repeat(1_000) }],
  ])('say which one is exhausted: %s, before anything is made', async (name, template) => {
    const client = await api.clientOf(`over-${name}`, ['member']);
    const answer = await create(client, 'large', template);
    expect([answer.status, answer.body.detail]).toEqual([403, expect.stringContaining(`quota "${name}"`)]);
    const made = await api.database.query<unknown[]>('SELECT 1 FROM roots WHERE project = $1', [`over-${name}`]);
    expect(made).toEqual([]);
  });

  /** Starts them and lets no stack be stored before several have begun to store one: all of these have counted by then. */
  async function whileNoneGoesOn<T>(start: () => Promise<T>[]): Promise<T[]> {
    const started = await api.database.transaction(async (holder) => {
      await holder.query('LOCK TABLE definitions IN EXCLUSIVE MODE');
      const all = start();
      await until('several wait', async () => {
        const [row] = await api.database.query<[{ waiting: number }]>(WAITING);
        return row.waiting >= 5;
      });
      return { all };
    });
    return Promise.all(started.all);
  }

  it('hold exactly where fifty ask at once for the last place', async () => {
    const client = await api.clientOf('crowded', ['member']);
    for (const name of ['first', 'second']) expect((await create(client, name)).status).toBe(202);
    const answers = await whileNoneGoesOn(() => Array.from({ length: 50 }, (_, at) => create(client, `s${at}`)));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    const over = answers.filter(({ status }) => status === 403);
    expect(over).toHaveLength(49);
    for (const { body } of over) expect(body.detail).toContain('quota "stacks"');
    expect(await show(client)).toMatchObject({ body: { quotas: { stacks: { limit: 3, used: 3 } } } });
    const roots = await api.database.query<unknown[]>(`SELECT 1 FROM roots WHERE project = 'crowded'`);
    expect(roots).toHaveLength(3);
  });

  it('make no other project wait for a place', async () => {
    expect((await create(await api.clientOf('roomy', ['member']), 's0')).status).toBe(202);
  });
});
