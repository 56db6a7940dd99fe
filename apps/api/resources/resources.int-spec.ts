import { randomUUID } from 'node:crypto';
import { SecretBox } from '#entities';
import type { ApiClient } from '../../../test/support/api-client';
import { ApiInProcess } from '../../../test/support/api-in-process';
import { statementsOf } from '../../../test/support/query-plan';

interface Resource {
  resource_name: string;
  replaces?: string;
  attributes?: object;
}

interface ResourceList {
  resources: Resource[];
  links: { rel: string; href: string }[];
}

interface Seed {
  name: string;
  type?: string;
  action?: string;
  status?: string;
  physicalId?: string;
  attributes?: object;
  replaces?: string;
}

const KEY = Buffer.alloc(32, 7);

describe('resources', () => {
  const secrets = new SecretBox(KEY);
  let api: ApiInProcess;
  let client: ApiClient;
  let stack: string;
  let stacks = 0;

  beforeAll(async () => {
    api = await ApiInProcess.start({ env: { KILN_SECRET_KEY: KEY.toString('base64') } });
    client = await api.clientOf('p', ['member']);
  });

  afterAll(async () => {
    await api.stop();
  });

  beforeEach(async () => {
    stack = await client.create(`stack-${(stacks += 1)}`, { heat_template_version: '2018-08-31' });
  });

  async function seed(...seeds: Seed[]): Promise<string[]> {
    const ids: string[] = [];
    for (const { name, type = 'OS::Heat::None', action = 'CREATE', status = 'COMPLETE', ...rest } of seeds) {
      const id = randomUUID();
      const sealed = rest.attributes ? secrets.seal(rest.attributes as never) : null;
      await api.database.query(
        `INSERT INTO resources (id, stack_id, root_id, definition_id, name, type, made_type, action, status, physical_id, requires,
           required_by, deletion_policy, sealed_attributes, replaces)
         VALUES ($1, $2, $2, $2, $3, $4, $4, $5, $6, $7, '{before}', '{after}', 'Delete', $8, $9)`,
        [id, stack, name, type, action, status, rest.physicalId ?? null, sealed, rest.replaces ?? null],
      );
      ids.push(id);
    }
    return ids;
  }

  async function list(query = ''): Promise<ResourceList> {
    const answer = await client.request<ResourceList>('GET', `/v2/stacks/${stack}/resources${query}`);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  }

  const namesOf = async (query: string): Promise<string[]> =>
    (await list(query)).resources.map(({ resource_name }) => resource_name);

  it('are none before there is a plan', async () => {
    expect(await list()).toEqual({ resources: [], links: [] });
  });

  it('are shown with what they need and what needs them', async () => {
    await seed({ name: 'r', physicalId: 'p-1', action: 'INIT' });
    expect((await list()).resources).toEqual([
      {
        resource_name: 'r',
        logical_resource_id: 'r',
        physical_resource_id: 'p-1',
        resource_type: 'OS::Heat::None',
        action: 'INIT',
        status: 'COMPLETE',
        status_reason: '',
        requires: ['before'],
        required_by: ['after'],
        created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
        updated_at: null,
        parent_resource: null,
        nested_stack_id: null,
        links: [
          { rel: 'self', href: `${api.url}/v2/stacks/${stack}/resources/r` },
          { rel: 'stack', href: `${api.url}/v2/stacks/${stack}` },
        ],
      },
    ]);
  });

  it('show their attributes one by one, and in a list where they are asked for', async () => {
    await seed({ name: 'r', attributes: { value: [1, 'two'] } }, { name: 's' });
    expect((await list()).resources[0]).not.toHaveProperty('attributes');
    expect((await list('?with_detail=true')).resources.map(({ attributes }) => attributes)).toEqual([
      { value: [1, 'two'] },
      {},
    ]);
    const answer = await client.request('GET', `/v2/stacks/${stack}/resources/r?with_attr=value&with_attr=other`);
    expect(answer).toMatchObject({
      status: 200,
      body: { resource: { attributes: { value: [1, 'two'], other: null } } },
    });
  });

  it('have one entry a name: the newest, which tells of the older as long as that is there', async () => {
    const [old] = await seed({ name: 'r' });
    await seed({ name: 'r', physicalId: 'new', replaces: old! });
    expect((await list()).resources).toMatchObject([{ physical_resource_id: 'new', replaces: old }]);
    await api.database.query('DELETE FROM resources WHERE id = $1', [old]);
    expect((await list()).resources[0]).not.toHaveProperty('replaces');
    const answer = await client.request('GET', `/v2/stacks/${stack}/resources/r`);
    expect(answer).toMatchObject({ status: 200, body: { resource: { physical_resource_id: 'new' } } });
  });

  it.each([
    ['?name=a&name=c', ['a', 'c']],
    ['?type=OS::Heat::Value', ['b']],
    ['?action=INIT', ['c']],
    ['?status=failed', ['b']],
    ['?physical_resource_id=p-1', ['a']],
    ['?nested_depth=2', ['a', 'b', 'c']],
    ['?sort=resource_type:desc,resource_name:desc', ['b', 'c', 'a']],
    ['?sort=resource_name:desc', ['c', 'b', 'a']],
  ])('%s finds %j', async (query, names) => {
    await seed(
      { name: 'a', physicalId: 'p-1' },
      { name: 'b', type: 'OS::Heat::Value', status: 'FAILED' },
      { name: 'c', action: 'INIT' },
    );
    expect(await namesOf(query)).toEqual(names);
  });

  it.each(['', '&sort=status:desc', '&sort=created_at'])('page by name with %s', async (query) => {
    await seed(...['a', 'b', 'c', 'd', 'e'].map((name) => ({ name })));
    const found: string[] = [];
    for (let path: string | undefined = `?limit=2${query}`; path !== undefined;) {
      const page: ResourceList = await list(path);
      expect(page.resources.length).toBeLessThanOrEqual(2);
      found.push(...page.resources.map(({ resource_name }) => resource_name));
      path = page.links[0]?.href.replace(`${api.url}/v2/stacks/${stack}/resources`, '');
    }
    expect(found.sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('are found by names that need encoding', async () => {
    await seed({ name: 'a b/c?ü' });
    const [shown] = (await list()).resources as (Resource & { links: { href: string }[] })[];
    const answer = await client.request('GET', shown!.links[0]!.href.replace(api.url, ''));
    expect(answer).toMatchObject({ status: 200, body: { resource: { resource_name: 'a b/c?ü' } } });
  });

  it.each(['?marker=nobody', '?limit=1001', '?sort=name', '?nmae=x', '?nested_depth=-1', '?with_detail=maybe'])(
    'refuse %s',
    async (query) => {
      expect((await client.request('GET', `/v2/stacks/${stack}/resources${query}`)).status).toBe(400);
    },
  );

  it('that there are not are a 404', async () => {
    expect((await client.request('GET', `/v2/stacks/${stack}/resources/none`)).status).toBe(404);
  });

  it.each(['', '/resources', '/resources?with_detail=true', '/operations'])(
    'are read in a number of statements that does not grow with theirs: a stack’s %s',
    async (path) => {
      const read = async (): Promise<number> => {
        const sent = await statementsOf(async () =>
          expect(await client.request('GET', `/v2/stacks/${stack}${path}`)).toMatchObject({ status: 200 }),
        );
        return sent.length;
      };
      await seed({ name: 'first', attributes: {} });
      const one = await read();
      await seed(...Array.from({ length: 50 }, (_, at) => ({ name: `r-${at}`, attributes: {} })));
      expect(one).toBeGreaterThan(0);
      expect(await read()).toBe(one);
    },
  );
});
