import { randomUUID } from 'node:crypto';
import type { ApiClient, ShownStack } from '../../../test/support/api-client';
import { ApiInProcess } from '../../../test/support/api-in-process';

interface ListedStack extends ShownStack {
  tags: string[];
}

interface StackList {
  stacks: ListedStack[];
  count?: number;
  links: { rel: string; href: string }[];
}

interface Seed {
  name: string;
  action?: string;
  status?: string;
  tags?: string[];
  parent?: string;
  deleted?: boolean;
}

describe('the list of stacks', () => {
  let api: ApiInProcess;
  let client: ApiClient;
  let project: string;
  let age = 0;

  beforeAll(async () => {
    api = await ApiInProcess.start();
  });

  afterAll(async () => {
    await api.stop();
  });

  beforeEach(async () => {
    project = `p-${randomUUID()}`;
    client = await api.clientOf(project, ['reader']);
  });

  /** Puts stacks into the database, each newer than the one before. */
  async function seed(...seeds: Seed[]): Promise<string[]> {
    const ids: string[] = [];
    for (const { name, action = 'CREATE', status = 'COMPLETE', tags = [], parent = null, deleted = false } of seeds) {
      const id = randomUUID();
      const operation = randomUUID();
      age += 1;
      await api.database.query(
        `INSERT INTO operations (id, stack_id, root_id, project, definition_id, action, status, stage, request_id)
         VALUES ($1, $2, $2, $3, $1, 'CREATE', 'COMPLETE', 'settled', 'req-1')`,
        [operation, id, project],
      );
      await api.database.query(
        `INSERT INTO stacks (id, root_id, parent_id, project, name, action, status, operation_id, definition_id,
           shown_parameters, tags, created_at, deleted_at)
         VALUES ($1, $1, $2, $3, $4, $5, $6, $7, $7, '{}', $8, timestamptz '2026-01-01' + make_interval(secs => $9),
           CASE WHEN $10 THEN now() END)`,
        [id, parent, project, name, action, status, operation, tags, age, deleted],
      );
      ids.push(id);
    }
    return ids;
  }

  async function list(query = ''): Promise<StackList> {
    const answer = await client.request<StackList>('GET', `/v2/stacks${query}`);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  }

  async function namesOf(query = ''): Promise<string[]> {
    return (await list(query)).stacks.map(({ stack_name }) => stack_name);
  }

  async function pages(query: string): Promise<string[][]> {
    const found: string[][] = [];
    for (let path: string | undefined = query; path !== undefined;) {
      const page: StackList = await list(path);
      found.push(page.stacks.map(({ stack_name }) => stack_name));
      path = page.links.find(({ rel }) => rel === 'next')?.href.replace(`${api.url}/v2/stacks`, '');
    }
    return found;
  }

  it('begins with the newest, and holds the caller’s project alone', async () => {
    await seed({ name: 'a' }, { name: 'b' });
    await api.admin.create('elsewhere', { heat_template_version: '2018-08-31' });
    expect(await namesOf()).toEqual(['b', 'a']);
  });

  it('shows what a single stack shows, but for its outputs', async () => {
    const [id] = await seed({ name: 'a' });
    const { outputs: _outputs, ...stack } = (await client.stack(id!))!;
    expect((await list()).stacks).toEqual([stack]);
  });

  it.each([
    ['?name=a', ['a']],
    ['?name=a&name=c', ['c', 'a']],
    ['?action=delete', ['c']],
    ['?status=FAILED&status=IN_PROGRESS', ['c', 'b']],
    ['?name=a&status=FAILED', []],
    ['?tags=x', ['b', 'a']],
    ['?tags=x&tags=y', ['a']],
    ['?tags=x,y', ['a']],
    ['?tags_any=y,z', ['c', 'a']],
    ['?not_tags=x,y', ['c', 'b']],
    ['?not_tags_any=x,y', ['c']],
    ['?sort=name', ['a', 'b', 'c']],
    ['?sort=status,name:desc', ['a', 'b', 'c']],
    ['?sort=updated_at:desc,name', ['a', 'b', 'c']],
  ])('%s finds %j', async (query, names) => {
    await seed(
      { name: 'a', tags: ['x', 'y'] },
      { name: 'b', status: 'FAILED', tags: ['x'] },
      { name: 'c', action: 'DELETE', status: 'IN_PROGRESS', tags: ['z'] },
    );
    expect(await namesOf(query)).toEqual(names);
  });

  it('finds stacks by their ids', async () => {
    const [a, , c] = await seed({ name: 'a' }, { name: 'b' }, { name: 'c' });
    expect(await namesOf(`?id=${a!.toUpperCase()}&id=${c!}`)).toEqual(['c', 'a']);
  });

  it('shows deleted and nested stacks where they are asked for', async () => {
    const [parent] = await seed({ name: 'parent' }, { name: 'gone', deleted: true });
    await seed({ name: 'child', parent: parent! });
    expect(await namesOf()).toEqual(['parent']);
    expect(await namesOf('?show_deleted=true')).toEqual(['gone', 'parent']);
    expect(await namesOf('?show_nested=true')).toEqual(['child', 'parent']);
    expect(await namesOf(`?owner_id=${parent!}`)).toEqual(['child']);
  });

  it('counts what the filters let through, on all pages', async () => {
    await seed({ name: 'a' }, { name: 'b' }, { name: 'c', status: 'FAILED' });
    expect(await list('?with_count=true&limit=1&status=COMPLETE')).toMatchObject({
      count: 2,
      stacks: [{ stack_name: 'b' }],
    });
    expect(await list()).not.toHaveProperty('count');
  });

  it('shows an admin every project', async () => {
    await seed({ name: `of-${project}` });
    const answer = await api.admin.request<StackList>('GET', `/v2/stacks?all_projects=true&name=of-${project}`);
    expect(answer.body.stacks).toHaveLength(1);
  });

  it.each([
    ['', [['e', 'd'], ['c', 'b'], ['a']]],
    ['&sort=created_at:asc', [['a', 'b'], ['c', 'd'], ['e']]],
    ['&sort=name:desc', [['e', 'd'], ['c', 'b'], ['a']]],
    ['&sort=status:desc,name:asc', [['b', 'd'], ['a', 'c'], ['e']]],
    ['&sort=updated_at,name', [['a', 'b'], ['c', 'd'], ['e']]],
    ['&status=COMPLETE', [['e', 'c'], ['a']]],
  ])('pages with %s', async (query, expected) => {
    const statusOf = (name: string): string => ('bd'.includes(name) ? 'FAILED' : 'COMPLETE');
    await seed(...['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, status: statusOf(name) })));
    expect(await pages(`?limit=2${query}`)).toEqual(expected);
  });

  it.each([
    '?marker=nonsense',
    `?marker=${randomUUID()}`,
    '?limit=0',
    '?limit=1001',
    '?limit=x',
    '?sort=size',
    '?action=RUN',
    '?id=1',
    '?show_deleted=perhaps',
    '?nmae=a',
    '?name=%00',
  ])('refuses %s', async (query) => {
    const answer = await client.request('GET', `/v2/stacks${query}`);
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ path: expect.stringMatching(/^\/query\//) as string }] },
    });
  });

  it('knows no marker of another project', async () => {
    const id = await api.admin.create('marker', { heat_template_version: '2018-08-31' });
    expect((await client.request('GET', `/v2/stacks?marker=${id}`)).status).toBe(400);
  });
});
