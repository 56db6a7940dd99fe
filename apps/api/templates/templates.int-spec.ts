import { exactJsonText, parseExactJson } from '#template';
import type { ExactObject } from '#template';
import type { ApiClient } from '../../../test/support/api-client';
import { ApiInProcess } from '../../../test/support/api-in-process';

const VERSION = { heat_template_version: '2018-08-31' };

interface Refusal {
  errors: { path: string }[];
}

describe('the validation of templates', () => {
  let api: ApiInProcess;
  let client: ApiClient;

  beforeAll(async () => {
    api = await ApiInProcess.start();
    client = await api.clientOf('p', ['reader']);
  });

  afterAll(async () => {
    await api.stop();
  });

  const validate = <Body>(body: object): ReturnType<typeof client.request<Body>> =>
    client.request<Body>('POST', '/v2/validate_template', body);

  it('tells what a template has', async () => {
    const template = { ...VERSION, parameters: { size: { type: 'number' } }, outputs: { o: { value: 1 } } };
    expect(await validate({ template })).toMatchObject({
      status: 200,
      body: {
        parameters: { size: { type: 'number' } },
        outputs: { o: {} },
        resources: {},
        conditions: {},
        warnings: [],
      },
    });
  });

  it('tells numbers as they were written', async () => {
    const template =
      'heat_template_version: 2018-08-31\nparameters: {size: {type: number, default: 2.0}, name: {type: string, default: 2.0}}\n';
    const environment = parseExactJson('{"parameters": {"size": 12345678901234567890}}');
    const { status, text } = await validate({ template, environment });
    expect(status).toBe(200);
    const shown = parseExactJson(text) as { parameters: Record<string, ExactObject>; environment: ExactObject };
    expect(exactJsonText(shown.parameters['size'])).toContain('"default":2.0,"value":12345678901234567890');
    expect(exactJsonText(shown.parameters['name'])).toContain('"default":2.0,"value":"2.0"');
    expect(exactJsonText(shown.environment['parameters'])).toBe('{"size":12345678901234567890}');
  });

  it('answers every error found, not only the first', async () => {
    const resources = { a: { type: 'No::Type' }, b: { type: 'OS::Heat::None', depends_on: 'nobody' } };
    const answer = await validate<Refusal>({ template: { ...VERSION, resources } });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.length).toBeGreaterThanOrEqual(2);
  });

  it('checks and graphs what only Heat can make, in the words of its types, and warns of it', async () => {
    const template = `heat_template_version: 2018-08-31
resources:
  net: {type: OS::Neutron::Net}
  sub: {type: OS::Neutron::Subnet, properties: {network: {get_resource: net}, cidr: 10.0.0.0/24}}
  port: {type: OS::Neutron::Port, properties: {network: {get_resource: net}}}
  volume: {type: OS::Cinder::Volume, properties: {size: SIZE}}
`;
    const right = await validate<{ resources: object; warnings: { path: string; line: number }[] }>({
      template: template.replace('SIZE', '5'),
    });
    expect(right).toMatchObject({ status: 200, body: { resources: { port: { requires: ['net', 'sub'] } } } });
    expect(right.body.warnings.map(({ path, line }) => `${line} ${path}`)).toEqual([
      '3 /template/resources/net/type',
      '4 /template/resources/sub/type',
      '5 /template/resources/port/type',
      '6 /template/resources/volume/type',
    ]);
    const wrong = await validate<Refusal>({ template: template.replace('SIZE', 'big') });
    expect(wrong).toMatchObject({
      status: 400,
      body: { errors: [{ path: '/template/resources/volume/properties/size', line: 6, column: 51 }] },
    });
  });

  it('refuses keys that it does not know, and takes no wrapper', async () => {
    expect((await validate({ template: VERSION, stack_name: 'a' })).status).toBe(400);
    expect((await validate({ stack: { template: VERSION } })).status).toBe(400);
  });

  it('stores nothing', async () => {
    await validate({ template: VERSION });
    expect(await api.database.query('SELECT 1 FROM definitions')).toEqual([]);
  });

  it('checks a large template on a thread, and answers as for a small one', async () => {
    const value = (size: number): object => ({ type: 'OS::Heat::Value', properties: { value: 'x'.repeat(size) } });
    const small = await validate<object>({ template: { ...VERSION, resources: { a: value(1) } } });
    const large = await validate<object>({ template: { ...VERSION, resources: { a: value(100_000) } } });
    expect(large).toMatchObject({ status: 200, body: small.body });
    const resources = { a: value(100_000), b: { type: 'No::Type' } };
    const wrong = await validate<Refusal>({ template: { ...VERSION, resources } });
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ path: '/template/resources/b/type' }] } });
  });

  it('answers others while it checks megabytes', async () => {
    const many = Array.from({ length: 20_000 }, (_, at): [string, object] => [
      `r${at}`,
      { type: 'OS::Heat::None', properties: { a: 'x'.repeat(100) } },
    ]);
    const order: string[] = [];
    const large = validate({ template: { ...VERSION, resources: Object.fromEntries(many) } }).then(() =>
      order.push('large'),
    );
    const small = client.request('GET', '/v2/stacks').then(() => order.push('small'));
    await Promise.all([large, small]);
    expect(order).toEqual(['small', 'large']);
  });

  it('refuses a template over 8 MiB with a 400', async () => {
    const template = `heat_template_version: 2018-08-31\ndescription: ${'x'.repeat(9 * 1024 * 1024)}\n`;
    expect((await validate({ template })).status).toBe(400);
  });
});
