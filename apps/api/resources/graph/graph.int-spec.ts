import { randomUUID } from 'node:crypto';
import type { Answer, ApiClient } from '../../../../test/support/api-client';
import { ApiInProcess } from '../../../../test/support/api-in-process';
import { statementsOf } from '../../../../test/support/query-plan';
import { GraphDto } from '../dto/graph.dto';

interface Seed {
  name: string;
  requires?: string[];
  action?: string;
  status?: string;
  replaces?: string;
}

const DOT = 'text/vnd.graphviz';

let api: ApiInProcess;
let client: ApiClient;
let stack: string;
let stacks = 0;

beforeAll(async () => {
  api = await ApiInProcess.start();
  client = await api.clientOf('p', ['member']);
});

afterAll(async () => {
  await api.stop();
});

beforeEach(async () => {
  stack = await client.create(`stack-${(stacks += 1)}`, { heat_template_version: '2018-08-31' });
});

async function seed({ name, requires = [], action = 'CREATE', status = 'COMPLETE', replaces }: Seed): Promise<string> {
  const id = randomUUID();
  await api.database.query(
    `INSERT INTO resources (id, stack_id, root_id, definition_id, name, type, made_type, action, status, requires,
       required_by, deletion_policy, replaces)
     VALUES ($1, $2, $2, $2, $3, 'OS::Heat::None', 'OS::Heat::None', $4, $5, $6, '{}', 'Delete', $7)`,
    [id, stack, name, action, status, requires, replaces ?? null],
  );
  return id;
}

function graph<Body = GraphDto>(accept?: string, by: ApiClient = client, id = stack): Promise<Answer<Body>> {
  return by.request<Body>('GET', `/v2/stacks/${id}/graph`, undefined, accept === undefined ? {} : { accept });
}

describe('the graph of a stack', () => {
  it('is empty before there is a plan', async () => {
    expect((await graph()).body).toEqual({ nodes: [], edges: [] });
  });

  it('has each resource with its state, and an edge to each that it needs', async () => {
    await seed({ name: 'b', requires: ['a', 'c'], action: 'INIT' });
    await seed({ name: 'a' });
    await seed({ name: 'c', requires: ['a'], status: 'IN_PROGRESS' });
    const { body } = await graph();
    const rest = { resource_type: 'OS::Heat::None', nested_stack_id: null };
    expect(body.nodes).toEqual([
      { resource_name: 'a', action: 'CREATE', status: 'COMPLETE', ...rest },
      { resource_name: 'b', action: 'INIT', status: 'COMPLETE', ...rest },
      { resource_name: 'c', action: 'CREATE', status: 'IN_PROGRESS', ...rest },
    ]);
    expect(body.edges).toEqual([
      { from: 'b', to: 'a' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'a' },
    ]);
  });

  it('has of each name the incarnation that counts, and no edge to what is not there any more', async () => {
    const replaced = await seed({ name: 'a', requires: ['gone'] });
    await seed({ name: 'a', action: 'INIT', requires: ['gone', 'b'], replaces: replaced });
    await seed({ name: 'b' });
    const { body } = await graph();
    expect(body.nodes.map(({ resource_name, action }) => [resource_name, action])).toEqual([
      ['a', 'INIT'],
      ['b', 'CREATE'],
    ]);
    expect(body.edges).toEqual([{ from: 'a', to: 'b' }]);
  });

  it('is DOT for those who ask for it, whatever the resources are called', async () => {
    await seed({ name: 'a "quoted" \\' });
    await seed({ name: 'b', requires: ['a "quoted" \\'] });
    const answer = await graph<string>(DOT);
    expect(answer.headers.get('content-type')).toBe(`${DOT}; charset=utf-8`);
    expect(answer.body.split('\n')).toEqual([
      `digraph "stack-${stacks}" {`,
      '  node [shape=box];',
      '  "a \\"quoted\\" \\\\" [label="a \\"quoted\\" \\\\\\nOS::Heat::None\\nCREATE COMPLETE"];',
      '  "b" [label="b\\nOS::Heat::None\\nCREATE COMPLETE"];',
      '  "b" -> "a \\"quoted\\" \\\\";',
      '}',
      '',
    ]);
  });

  it.each([
    [`${DOT};q=0.5, application/json`, false],
    [`application/json;q=0.5, ${DOT}`, true],
    [`${DOT};q=0`, false],
    ['TEXT/vnd.Graphviz', true],
    ['text/*', false],
    ['*/*', false],
    [';;q=,,', false],
  ])('takes Accept as it is weighed: %s', async (accept, isDot) => {
    const type = (await graph(accept)).headers.get('content-type');
    expect(type?.startsWith(DOT)).toBe(isDot);
  });

  it('needs a reader, is a 404 for others and for what is not there, and takes no query', async () => {
    expect((await graph(undefined, api.anonymous)).status).toBe(401);
    expect((await graph(undefined, await api.clientOf('p', []))).status).toBe(403);
    expect((await graph(undefined, await api.clientOf('other', ['admin']))).status).toBe(404);
    expect((await graph(DOT, await api.clientOf('other', ['admin']))).status).toBe(404);
    expect((await graph(undefined, client, randomUUID())).status).toBe(404);
    expect((await client.request('GET', `/v2/stacks/${stack}/graph?depth=1`)).status).toBe(400);
  });

  it('is read in a number of statements that does not grow with it', async () => {
    const counts: number[] = [];
    for (const size of [1, 50]) {
      for (let at = 0; at < size; at += 1) await seed({ name: `r${size}-${at}`, requires: [`r${size}-0`] });
      counts.push((await statementsOf(graph)).length);
    }
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts[1]).toBe(counts[0]);
  });

  it('is a 404 once the stack is gone', async () => {
    expect((await graph()).status).toBe(200);
    await api.database.query("UPDATE stacks SET action = 'DELETE', deleted_at = now() WHERE id = $1", [stack]);
    expect((await graph()).status).toBe(404);
  });
});
