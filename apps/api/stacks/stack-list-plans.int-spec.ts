import type { ApiClient } from '../../../test/support/api-client';
import { ApiInProcess } from '../../../test/support/api-in-process';
import { spread } from '../../../test/support/cases';
import { insertManyStacks } from '../../../test/support/many-stacks';
import { planOf, statementsOf, visitedRows } from '../../../test/support/query-plan';
import type { PlanNode } from '../../../test/support/query-plan';
import { STACK_SORTS } from './stack-sorts';

const STACKS = 20_000;
/** Rows of a table that a page of 100 may look at: what it shows, and some that it passes by. */
const MOST_VISITED = 2_000;

const BOTH_WAYS = Object.keys(STACK_SORTS).flatMap((name) => [`sort=${name}:asc`, `sort=${name}:desc`]);
const VIEWS = ['', 'show_deleted=true', 'show_nested=true', 'show_deleted=true&show_nested=true'];
const FILTERS = [
  'name=stack-1001',
  'name=stack-1001&name=stack-2001&show_deleted=true',
  'action=CHECK',
  'action=DELETE',
  'action=SUSPEND',
  'action=DELETE&action=CHECK',
  'status=FAILED',
  'status=PAUSED',
  'status=FAILED&status=IN_PROGRESS',
  'action=CREATE&status=FAILED',
  'action=UPDATE&status=PAUSED',
  'tags=team-7',
  'tags=batch-3',
  'tags=nobody',
  'tags=env-1,team-7',
  'tags_any=team-7,team-8',
  'tags_any=batch-3,nobody',
  'not_tags=env-1',
  'not_tags_any=team-7,team-8',
  'tags=batch-3&status=COMPLETE&action=CREATE',
];

const FILTERED_AND_SORTED = FILTERS.flatMap((filter) => ['', ...BOTH_WAYS].map((sort) => `${filter}&${sort}`));

describe('the plans of lists of stacks', () => {
  let api: ApiInProcess;
  let client: ApiClient;
  let ids: { id: string; parent_id: string | null }[];

  beforeAll(async () => {
    api = await ApiInProcess.start();
    client = await api.clientOf('big', ['admin']);
    await insertManyStacks(api.database, { project: 'big', stacks: STACKS });
    await insertManyStacks(api.database, { project: 'other', stacks: STACKS, projects: 100 });
    ids = await api.database.query(
      `SELECT id, parent_id FROM stacks WHERE project = 'big' AND parent_id IS NOT NULL ORDER BY created_at LIMIT 2`,
    );
  });

  afterAll(async () => {
    await api.stop();
  });

  /** What is wrong with how the statements of a request are run, a line each. */
  async function faultsOf(query: string): Promise<string[]> {
    const path = `/v2/stacks?${query}`;
    const sent = await statementsOf(async () =>
      expect(await client.request('GET', path)).toMatchObject({ status: 200 }),
    );
    const lists = sent.filter(({ text }) => text.includes('FROM stacks'));
    expect(lists.length).toBeGreaterThan(0);
    const faults: string[] = [];
    for (const statement of lists) {
      const plan = await planOf(api.database, statement);
      faults.push(...plan.flatMap(faultOf).map((fault) => `${query}: ${fault}`));
    }
    return faults;
  }

  it.each(VIEWS.flatMap((view) => BOTH_WAYS.map((sort) => `${view}&${sort}`)))(
    'walk along an index, on the first page and in the middle: %s',
    async (query) => {
      const marker = ids[0]!.id;
      expect([...(await faultsOf(query)), ...(await faultsOf(`${query}&marker=${marker}`))]).toEqual([]);
    },
  );

  it.each(spread(FILTERED_AND_SORTED, 80))('find what is asked for by an index: %s', async (query) => {
    expect(await faultsOf(query)).toEqual([]);
  });

  it('find stacks by their ids and those nested in one by an index', async () => {
    const [one, two] = ids;
    expect(await faultsOf(`show_nested=true&id=${one!.id}&id=${two!.id}`)).toEqual([]);
    expect(await faultsOf(`owner_id=${one!.parent_id!}`)).toEqual([]);
  });

  it.each(['sort=created_at:desc,name:asc', 'sort=name:desc,status:asc'])(
    'sort no more than what is alike in the first term: %s',
    async (query) => {
      expect(await faultsOf(query)).toEqual([]);
      expect(await faultsOf(`${query}&marker=${ids[0]!.id}`)).toEqual([]);
    },
  );

  it('walk along an index for every project too', async () => {
    expect(await faultsOf('all_projects=true')).toEqual([]);
    expect(await faultsOf(`all_projects=true&sort=created_at&marker=${ids[0]!.id}`)).toEqual([]);
  });

  it('are as many for a thousand stacks as for one', async () => {
    const read = (limit: number) => () => client.request('GET', `/v2/stacks?with_count=true&limit=${limit}`);
    const one = await statementsOf(read(1));
    expect(one.length).toBeGreaterThan(0);
    expect(await statementsOf(read(1_000))).toHaveLength(one.length);
  });

  function faultOf(node: PlanNode): string[] {
    const type = node['Node Type'];
    if (type === 'Seq Scan') return [`reads all of ${node['Relation Name'] ?? ''}`];
    // Entries of an index alone, without the rows: they may be those of a whole project where two indexes are crossed.
    if (type === 'Bitmap Index Scan') return [];
    const visited = visitedRows(node);
    return visited > MOST_VISITED ? [`${type} of ${node['Relation Name'] ?? ''} visits ${visited} rows`] : [];
  }
});
