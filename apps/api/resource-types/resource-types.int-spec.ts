import type { ApiClient } from '../../../test/support/api-client';
import { ApiInProcess } from '../../../test/support/api-in-process';

interface TypeList {
  resource_types: {
    resource_type: string;
    versions: string[];
    support_status: { status: string };
    available: boolean;
  }[];
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
    expect(await namesOf('?name=OS::Heat::V*&name=Kiln::*::Queue')).toEqual([
      'Kiln::RabbitMQ::Queue',
      'OS::Heat::Value',
    ]);
    expect(await namesOf('?name=OS::Heat::None&version=5.0.0')).toEqual(['OS::Heat::None']);
    expect(await namesOf('?name=OS::Heat::None&support_status=DEPRECATED')).toEqual([]);
    expect(await namesOf('?name=OS::Heat::None&available=false')).toEqual([]);
    expect(await namesOf('?name=OS::Neutron::*outer&available=true')).toEqual([]);
    expect(await namesOf('?name=OS::Neutron::*outer&available=false')).toEqual(['OS::Neutron::Router']);
    expect(await namesOf('?name=*IP&support_status=HIDDEN')).toEqual(['OS::Nova::FloatingIP']);
  });

  it('that nothing makes are told apart, and none is listed twice', async () => {
    const { resource_types: types } = await list();
    const namesWith = (wanted: boolean): string[] =>
      types.filter(({ available }) => available === wanted).map(({ resource_type }) => resource_type);
    expect(namesWith(true)).toEqual(
      expect.arrayContaining(['Kiln::RabbitMQ::Queue', 'OS::Heat::Delay', 'OS::Heat::Value']),
    );
    expect(namesWith(false)).toEqual(expect.arrayContaining(['AWS::EC2::Instance', 'OS::Nova::Server']));
    expect(new Set([...namesWith(true), ...namesWith(false)]).size).toBe(types.length);
    expect(types.find(({ resource_type }) => resource_type === 'OS::Aodh::Alarm')).toMatchObject({
      support_status: { status: 'DEPRECATED', version: '10.0.0', previous_status: { status: 'SUPPORTED' } },
      versions: ['10.0.0', '2014.1'],
      available: false,
    });
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

  const show = (path: string): ReturnType<typeof client.request<Record<string, object>>> =>
    client.request<Record<string, object>>('GET', `/v2/resource_types/${path}`);

  it('show their schema, down to the parts of properties', async () => {
    const { status, body } = await show('OS::Neutron::Port');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      resource_type: 'OS::Neutron::Port',
      description: expect.stringContaining('Neutron') as string,
      support_status: { status: 'SUPPORTED' },
      available: false,
      update_policy: {},
    });
    expect(body['properties']).toMatchObject({
      network: {
        type: 'string',
        required: true,
        update_allowed: false,
        immutable: false,
        constraints: [{ custom_constraint: 'neutron.network' }],
        support_status: { status: 'SUPPORTED', version: '2014.2', message: null, previous_status: null },
      },
      admin_state_up: { type: 'boolean', default: true, required: false, update_allowed: true },
      fixed_ips: {
        type: 'list',
        schema: { '*': { type: 'map', schema: { ip_address: { type: 'string', required: false } } } },
      },
      network_id: { support_status: { status: 'HIDDEN' } },
    });
    expect(body['attributes']).toMatchObject({ show: { type: 'map' }, fixed_ips: { type: 'list' } });
  });

  it('show what is kept free, what a change of is refused, and the words of those that Kiln makes', async () => {
    const instance = await show('AWS::EC2::Instance');
    expect(instance.body['properties']).toMatchObject({ KernelId: { implemented: false } });
    const trunk = await show('OS::Neutron::Trunk');
    expect(trunk.body['properties']).toMatchObject({ port: { immutable: true } });
    const value = await show('OS::Heat::Value');
    expect(value.body).toMatchObject({
      available: true,
      properties: { value: { type: 'any', required: true, description: expect.any(String) as string } },
    });
  });

  it('are found by an older name', async () => {
    expect((await show('OS::Quantum::Net')).body).toMatchObject({ resource_type: 'OS::Neutron::Net' });
  });

  it('are made templates of, in either form', async () => {
    const hot = await show('OS::Nova::KeyPair/template?template_type=hot');
    expect(hot).toMatchObject({
      status: 200,
      body: {
        heat_template_version: '2016-10-14',
        parameters: { name: { type: 'string', constraints: [{ length: { min: 1, max: 255 } }] } },
        resources: { KeyPair: { type: 'OS::Nova::KeyPair', properties: { name: { get_param: 'name' } } } },
        outputs: { private_key: { value: { get_attr: ['KeyPair', 'private_key'] } } },
      },
    });
    const cfn = await show('OS::Nova::KeyPair/template?template_type=cfn');
    expect(cfn.body).toMatchObject({
      HeatTemplateFormatVersion: '2012-12-12',
      Parameters: { name: { Type: 'String' } },
    });
    expect((await show('OS::Nova::KeyPair/template')).body).toEqual(cfn.body);
    const checked = await client.request('POST', '/v2/validate_template', { template: hot.body });
    expect(checked.status).toBe(200);
  });

  it.each(['OS::Nova::Sever', 'OS::Nova::Sever/template', 'constructor'])('%s are not there', async (path) => {
    const answer = await client.request<{ detail: string }>('GET', `/v2/resource_types/${path}`);
    expect(answer.status).toBe(404);
    if (path.startsWith('OS')) expect(answer.body.detail).toContain('did you mean OS::Nova::Server?');
  });

  it.each(['OS::Heat::None?x=1', 'OS::Heat::None/template?template_type=yaml', 'OS::Heat::None/template?form=hot'])(
    'refuse the query of %s',
    async (path) => {
      expect((await show(path)).status).toBe(400);
    },
  );
});
