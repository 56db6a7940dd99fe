import { randomBytes } from 'node:crypto';
import type { JsonObject } from '#contracts';
import { SecretBox } from '#entities';
import type { Answer, ApiClient, ShownStack } from '../../../test/support/api-client';
import { ApiInProcess } from '../../../test/support/api-in-process';

interface WholeStack extends ShownStack {
  description: string;
  revision: number;
  parameters: JsonObject;
  tags: string[];
  timeout_mins: number | null;
  disable_rollback: boolean;
}

type Changed = Answer<{ stack: WholeStack; detail: string; errors: { path: string; detail: string }[] }>;

const VERSION = { heat_template_version: '2018-08-31' };
const NONE = { type: 'OS::Heat::None' };
const TEMPLATE = {
  ...VERSION,
  description: 'the first',
  parameters: {
    size: { type: 'number', default: 1 },
    zone: { type: 'string', default: 'a', immutable: true },
    key: { type: 'string', default: 'none', hidden: true },
  },
  resources: { r: NONE },
};
const SECOND = { ...TEMPLATE, description: 'the second' };

const KEY = randomBytes(32);
const secrets = new SecretBox(KEY);

let api: ApiInProcess;
let client: ApiClient;
let names = 0;

beforeAll(async () => {
  api = await ApiInProcess.start({ env: { KILN_SECRET_KEY: KEY.toString('base64') } });
  client = await api.clientOf('p', ['member']);
});

afterAll(async () => {
  await api.stop();
});

async function create(rest: object = {}): Promise<string> {
  return client.create(`changed-${(names += 1)}`, TEMPLATE, rest);
}

async function change(
  method: 'PUT' | 'PATCH',
  id: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Changed> {
  return client.request(method, `/v2/stacks/${id}`, body, headers);
}

async function show(id: string): Promise<WholeStack> {
  return (await client.request<{ stack: WholeStack }>('GET', `/v2/stacks/${id}`)).body.stack;
}

async function rows<Row>(text: string, ...values: unknown[]): Promise<Row[]> {
  return api.database.query<Row[]>(text, values);
}

/** The definition as an engine will read it. */
async function definitionOf(
  id: string,
): Promise<Record<'template' | 'files' | 'environment' | 'parameters', JsonObject>> {
  const [row] = await rows<Record<string, Buffer>>(
    'SELECT d.* FROM definitions d JOIN stacks s ON s.definition_id = d.id WHERE s.id = $1',
    id,
  );
  const open = (column: string): JsonObject => secrets.open(row![column]!) as JsonObject;
  return {
    template: open('sealed_template'),
    files: open('sealed_files'),
    environment: open('sealed_environment'),
    parameters: open('sealed_parameters'),
  };
}

describe('PUT of a stack', () => {
  it('answers 202 with the stack as it stands, and starts an operation in place of the one under way', async () => {
    const id = await create({ tags: ['a'], timeout_mins: 7 });
    const answer = await change('PUT', id, { template: SECOND, parameters: { size: 3 } });
    expect(answer.status).toBe(202);
    expect(answer.headers.get('etag')).toBe('"2"');
    expect(answer.headers.get('location')).toBe(`${api.url}/v2/stacks/${id}`);
    expect(answer.body.stack).toMatchObject({
      ...{ action: 'UPDATE', status: 'IN_PROGRESS', description: 'the second', revision: 2 },
      ...{ tags: ['a'], timeout_mins: 7, disable_rollback: true },
      parameters: { size: 3, zone: 'a', key: '******' },
    });
    expect((await show(id)).action).toBe('UPDATE');
    const [first, second] = await rows<{ id: string; action: string; status_reason: string; superseded_by: string }>(
      'SELECT * FROM operations WHERE stack_id = $1 ORDER BY created_at',
      id,
    );
    expect(first).toMatchObject({
      stage: 'settled',
      superseded_by: second!.id,
      status_reason: `superseded by operation ${second!.id} (UPDATE)`,
    });
    expect(second).toMatchObject({ action: 'UPDATE', stage: 'requested' });
  });

  it('replaces files, environment and parameters by what it gives, and keeps the settings that it does not', async () => {
    const environment = { parameter_defaults: { size: 5 } };
    const id = await create({ files: { f: 'x' }, environment, parameters: { key: 'k' }, tags: ['a', 'b'] });
    await change('PUT', id, { template: SECOND, disable_rollback: false, timeout_mins: 9, tags: [] });
    expect(await show(id)).toMatchObject({
      disable_rollback: false,
      timeout_mins: 9,
      tags: [],
      parameters: { size: 1 },
    });
    expect(await definitionOf(id)).toMatchObject({
      files: {},
      parameters: {},
      environment: { parameter_defaults: {} },
    });
  });

  it.each<[string, object, string, RegExp]>([
    ['no template', {}, '/template', /template is missing/],
    [
      'a wrong template',
      { template: { ...VERSION, resources: { r: { type: 'OS::Heat::Nine' } } } },
      '/template/resources/r/type',
      /OS::Heat::None/,
    ],
    ['another name', { template: TEMPLATE, stack_name: 'other' }, '/stack_name', /keeps its name/],
    ['an unknown key', { template: TEMPLATE, parametres: {} }, '/parametres', /parameters/],
    ['a key of PATCH', { template: TEMPLATE, clear_parameters: [] }, '/clear_parameters', /there is no key/],
    [
      'another value of an immutable parameter',
      { template: TEMPLATE, parameters: { zone: 'b' } },
      '/parameters/zone',
      /immutable/,
    ],
  ])('refuses %s, and changes nothing', async (_, body, path, detail) => {
    const id = await create();
    const answer = await change('PUT', id, body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toContainEqual({ path, detail: expect.stringMatching(detail) as string });
    expect(await show(id)).toMatchObject({ action: 'CREATE', revision: 1 });
    expect(await rows('SELECT 1 FROM definitions WHERE stack_id = $1', id)).toHaveLength(1);
  });

  it('takes what GET gave, edited', async () => {
    const id = await create({ parameters: { key: 'secret', size: 2 } });
    const stack = { ...(await show(id)), template: SECOND };
    stack.parameters['size'] = 4;
    expect((await change('PUT', id, { stack })).status).toBe(202);
    expect((await definitionOf(id)).parameters).toMatchObject({ key: 'secret', size: 4 });
  });

  it('is a 404 for others and for what is gone, and a 409 while the stack is deleted', async () => {
    const id = await create();
    const other = await api.clientOf('q', ['member']);
    expect((await other.request('PUT', `/v2/stacks/${id}`, { template: TEMPLATE })).status).toBe(404);
    await client.delete(id);
    const answer = await change('PUT', id, { template: TEMPLATE });
    expect(answer.status).toBe(409);
    expect(answer.body.detail).toContain('DELETE IN_PROGRESS');
    await rows('UPDATE stacks SET deleted_at = now() WHERE id = $1', id);
    expect((await change('PUT', id, { template: TEMPLATE })).status).toBe(404);
  });

  it('does not converge yet, and stores nothing then', async () => {
    const id = await create();
    expect((await change('PUT', id, { template: TEMPLATE, converge: true })).status).toBe(501);
    expect((await show(id)).revision).toBe(1);
  });

  it('lets one of fifty with the same ETag win', async () => {
    const id = await create();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        change('PUT', id, { template: TEMPLATE, parameters: { size: at } }, { 'if-match': '"1"' }),
      ),
    );
    const won = answers.filter(({ status }) => status === 202);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(49);
    expect((await show(id)).parameters['size']).toBe(won[0]!.body.stack.parameters['size']);
    expect((await show(id)).revision).toBe(2);
  });

  it('takes any number without an ETag, one after the other, or says that others were always first', async () => {
    const id = await create();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => change('PUT', id, { template: TEMPLATE, parameters: { size: at } })),
    );
    const accepted = answers.filter(({ status }) => status === 202).length;
    expect(answers.every(({ status }) => status === 202 || status === 409)).toBe(true);
    expect((await show(id)).revision).toBe(1 + accepted);
    expect(await rows('SELECT 1 FROM operations WHERE stack_id = $1', id)).toHaveLength(1 + accepted);
  });

  it('gives fifty requests with one key one operation, and equal answers', async () => {
    const id = await create();
    const headers = { 'idempotency-key': 'once' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => change('PUT', id, { template: SECOND }, headers)),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(202);
    expect((await show(id)).revision).toBe(2);
  });
});

describe('PATCH of a stack', () => {
  it('keeps what it leaves out', async () => {
    const environment = { parameter_defaults: { size: 5 }, parameters: { size: 6 } };
    const id = await create({ files: { f: 'x' }, environment, parameters: { key: 'k' } });
    const before = await definitionOf(id);
    expect((await change('PATCH', id, { tags: ['t'] })).status).toBe(202);
    expect(await definitionOf(id)).toEqual(before);
    expect(await show(id)).toMatchObject({ action: 'UPDATE', tags: ['t'], parameters: { size: 6 } });
  });

  it('joins files, parameters and sections of the environment by name', async () => {
    const environment = { parameter_defaults: { size: 5 }, parameters: { zone: 'a' } };
    const id = await create({ files: { f: 'x', g: 'y' }, environment, parameters: { key: 'k' } });
    const patch = { files: { g: 'z' }, parameters: { size: 2 }, environment: { parameter_defaults: { key: 'd' } } };
    expect((await change('PATCH', id, patch)).status).toBe(202);
    expect(await definitionOf(id)).toMatchObject({
      files: { f: 'x', g: 'z' },
      parameters: { key: 'k', size: 2 },
      environment: { parameter_defaults: { size: 5, key: 'd' }, parameters: { zone: 'a' } },
    });
  });

  it('takes parameters back to their defaults, wherever their values were given', async () => {
    const environment = { parameters: { size: 6 } };
    const id = await create({ environment, parameters: { key: 'k' } });
    expect((await change('PATCH', id, { clear_parameters: ['size', 'key'] })).status).toBe(202);
    expect(await show(id)).toMatchObject({ parameters: { size: 1 } });
    expect(await definitionOf(id)).toMatchObject({ parameters: {}, environment: { parameters: {} } });
  });

  it('names what is to be cleared and is not there', async () => {
    const id = await create();
    const answer = await change('PATCH', id, { clear_parameters: ['key', 'sise'] });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([
      { path: '/clear_parameters/1', detail: expect.stringContaining('did you mean "size"?') as string },
    ]);
  });

  it('keeps a hidden value that an answer showed masked', async () => {
    const id = await create({ parameters: { key: 'secret' } });
    expect((await change('PATCH', id, { parameters: { key: '******', size: 9 } })).status).toBe(202);
    expect((await definitionOf(id)).parameters).toEqual({ key: 'secret', size: 9 });
  });

  it('checks the whole again', async () => {
    const id = await create();
    const answer = await change('PATCH', id, { parameters: { size: 'many' } });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0]).toMatchObject({ path: '/parameters/size' });
  });
});
