import { randomUUID } from 'node:crypto';
import { ApiInProcess } from '../../../test/support/api-in-process';

interface OperationList {
  operations: { id: string; action: string }[];
  links: { rel: string; href: string }[];
}

describe('the list of operations', () => {
  let api: ApiInProcess;
  let stack: string;

  beforeAll(async () => {
    api = await ApiInProcess.start();
    stack = await api.admin.create('listed', { heat_template_version: '2018-08-31' });
    await api.admin.delete(stack);
  });

  afterAll(async () => {
    await api.stop();
  });

  const list = async (query: string): Promise<OperationList> =>
    (await api.admin.request<OperationList>('GET', `/v2/stacks/${stack}/operations${query}`)).body;

  it.each([
    ['?limit=1', ['DELETE', 'CREATE']],
    ['?limit=1&sort=created_at', ['CREATE', 'DELETE']],
    ['?limit=1&sort=action:desc', ['DELETE', 'CREATE']],
  ])('comes in pages that link to the next one, the last to none: %s', async (query, [first, second]) => {
    const page = await list(query);
    expect(page.operations.map(({ action }) => action)).toEqual([first]);
    expect(page.links).toMatchObject([{ rel: 'next' }]);
    const rest = await list(new URL(page.links[0]!.href).search);
    expect(rest.operations.map(({ action }) => action)).toEqual([second]);
    expect(rest.links).toEqual([]);
  });

  it('knows no marker that is none of its operations', async () => {
    const other = await api.admin.create('other', { heat_template_version: '2018-08-31' });
    const answer = await api.admin.request<OperationList>('GET', `/v2/stacks/${other}/operations`);
    for (const marker of ['nonsense', randomUUID(), answer.body.operations[0]!.id]) {
      expect((await api.admin.request('GET', `/v2/stacks/${stack}/operations?marker=${marker}`)).status).toBe(400);
    }
  });
});
