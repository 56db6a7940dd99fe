import type { ApiClient } from '../../../test/support/api-client';
import { ApiInProcess } from '../../../test/support/api-in-process';

interface TypeList {
  resource_types: { resource_type: string; versions: string[]; support_status: { status: string } }[];
  links: { href: string }[];
}

describe('resource types', () => {
  let api: ApiInProcess;
  let client: ApiClient;

  beforeAll(async () => {
    api = await ApiInProcess.start();
    client = await api.clientOf('p', ['reader']);
  });

  afterAll(async () => {
    await api.stop();
  });

  async function list(query = ''): Promise<TypeList> {
    const answer = await client.request<TypeList>('GET', `/v2/resource_types${query}`);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  }

  const namesOf = async (query: string): Promise<string[]> =>
    (await list(query)).resource_types.map(({ resource_type }) => resource_type);

  it('are those that templates may name, each with its support status', async () => {
    const { resource_types: types } = await list();
    expect(types.map(({ resource_type }) => resource_type)).toEqual(
      expect.arrayContaining([
        'Kiln::PostgreSQL::Database',
        'Kiln::RabbitMQ::Queue',
        'OS::Heat::None',
        'OS::Heat::Value',
      ]),
    );
    expect(types.find(({ resource_type }) => resource_type === 'OS::Heat::None')).toEqual({
      resource_type: 'OS::Heat::None',
      description: expect.any(String) as string,
      support_status: { status: 'SUPPORTED', version: '5.0.0', message: null, previous_status: null },
      versions: ['5.0.0'],
      available: true,
    });
  });

  it('are found by glob, status, version and availability', async () => {
    expect(await namesOf('?name=OS::Heat::V*&name=*::Queue')).toEqual(['Kiln::RabbitMQ::Queue', 'OS::Heat::Value']);
    expect(await namesOf('?name=OS::Heat::None&version=5.0.0')).toEqual(['OS::Heat::None']);
    expect(await namesOf('?name=OS::Heat::None&support_status=DEPRECATED')).toEqual([]);
    expect(await namesOf('?available=false')).toEqual([]);
  });

  it('page by name', async () => {
    const all = await namesOf('');
    const first = await list('?limit=2');
    expect(first.resource_types).toHaveLength(2);
    const rest = await namesOf(
      first.links[0]!.href.replace(`${api.url}/v2/resource_types`, '').replace('limit=2', 'limit=1000'),
    );
    expect([...first.resource_types.map(({ resource_type }) => resource_type), ...rest]).toEqual(all);
  });

  it.each(['?marker=None', '?support_status=OLD', '?nmae=x'])('refuse %s', async (query) => {
    expect((await client.request('GET', `/v2/resource_types${query}`)).status).toBe(400);
  });

  it('that are asked for one by one are not there yet', async () => {
    expect((await client.request('GET', '/v2/resource_types/OS::Heat::None')).status).toBe(501);
  });
});
