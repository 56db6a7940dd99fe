import { randomBytes, randomUUID } from 'node:crypto';
import type { JsonObject } from '#contracts';
import { SecretBox } from '#entities';
import type { Answer, ApiClient } from '../../../test/support/api-client';
import { ApiInProcess } from '../../../test/support/api-in-process';

const HOT = { heat_template_version: '2018-08-31' };
const NONE = { type: 'OS::Heat::None' };
const KEY_PARAMETER = { type: 'string', hidden: true };
const TEMPLATE = {
  ...HOT,
  parameters: { size: { type: 'number', default: 1 }, key: { ...KEY_PARAMETER, default: 'defaulted-key' } },
  resources: { r: NONE },
};
const NESTED = {
  ...HOT,
  parameters: { inner: { ...KEY_PARAMETER, default: 'inner-default' } },
  resources: { r: NONE },
};

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

async function create(rest: object = {}, template: object = TEMPLATE): Promise<string> {
  return client.create(`parts-${(names += 1)}`, template, rest);
}

function get<Body = JsonObject>(id: string, part: string, by: ApiClient = client): Promise<Answer<Body>> {
  return by.request<Body>('GET', `/v2/stacks/${id}/${part}`);
}

/** A part of the definition as an engine will read it. */
async function kept(id: string, part: 'template' | 'files' | 'environment'): Promise<JsonObject> {
  const [row] = await api.database.query<Record<string, Buffer>[]>(
    'SELECT d.* FROM definitions d JOIN stacks s ON s.definition_id = d.id WHERE s.id = $1',
    [id],
  );
  return secrets.open(row![`sealed_${part}`]!) as JsonObject;
}

async function replace(id: string, body: object): Promise<void> {
  expect((await client.request('PUT', `/v2/stacks/${id}`, body)).status).toBe(202);
}

describe('the environment of a stack', () => {
  const environment = {
    parameters: { size: 3, key: 's3cret' },
    parameter_defaults: { key: 's3cret', inner: 's3cret', other: 'shown' },
    resource_registry: { 'Mine::Type': 'OS::Heat::None' },
  };
  const masked = {
    ...environment,
    parameters: { size: 3, key: '******' },
    parameter_defaults: { key: '******', inner: '******', other: 'shown' },
  };

  it('is shown bare, with what hidden parameters are given masked, those of nested templates too', async () => {
    const id = await create({ environment, files: { 'nested.yaml': NESTED } });
    const answer = await get(id, 'environment');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject(masked);
    expect(answer.text).not.toContain('s3cret');
  });

  it('is an object, whatever it came as, and what several were merged to', async () => {
    const files = {
      first: 'parameters: {size: 2}\nparameter_defaults: {key: s3cret}\n',
      second: { parameters: { size: 2.5, key: 's3cret' } },
    };
    const merged = await create({ files, environment_files: ['first', 'second'] });
    expect((await get(merged, 'environment')).body).toMatchObject({
      parameters: { size: 2.5, key: '******' },
      parameter_defaults: { key: '******' },
    });
    const text = await create({ environment: 'parameters: {size: 7}' });
    expect((await get(text, 'environment')).body).toMatchObject({ parameters: { size: 7 } });
  });

  it('keeps numbers as they were written', async () => {
    const id = await create({ environment: '{"parameter_defaults": {"size": 12345678901234567890.0}}' });
    const { text } = await get(id, 'environment');
    expect(text).toContain('"size":1.2345678901234567e+19');
  });

  it.each(['PUT', 'PATCH'])('may be sent back by %s: what it masks stays as it is', async (method) => {
    const id = await create({ environment, files: { 'nested.yaml': NESTED } });
    const shown = (await get(id, 'environment')).body;
    const edited = { ...shown, parameters: { ...(shown['parameters'] as JsonObject), size: 4 } };
    const body = { environment: edited, template: TEMPLATE };
    expect((await client.request(method, `/v2/stacks/${id}`, body)).status).toBe(202);
    expect(await kept(id, 'environment')).toMatchObject({
      parameters: { size: 4, key: 's3cret' },
      parameter_defaults: environment.parameter_defaults,
    });
  });

  it('may be sent back as a text, which takes the place of the whole', async () => {
    const id = await create({ environment });
    const text = 'parameters: {key: "******"}';
    expect((await client.request('PATCH', `/v2/stacks/${id}`, { environment: text })).status).toBe(202);
    expect(await kept(id, 'environment')).toMatchObject({ parameters: { key: 's3cret' }, parameter_defaults: {} });
  });

  it('drops a masked value that it never had', async () => {
    const id = await create();
    await replace(id, { template: TEMPLATE, environment: { parameters: { key: '******' } } });
    expect(await kept(id, 'environment')).toMatchObject({ parameters: {} });
  });
});

describe('the files of a stack', () => {
  const files = {
    script: '#!/bin/sh\necho "parameters are hidden" [\n',
    data: { a: [1, 'x'] },
    'nested.yaml':
      'heat_template_version: rocky\nparameters:\n  inner: {type: string, hidden: true, default: s3cret}\n',
    env: { parameters: { key: 's3cret' } },
  };

  it('are shown as texts by name, with what hidden parameters have masked', async () => {
    const id = await create({ files });
    const answer = await get<Record<string, string>>(id, 'files');
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body)).toEqual(Object.keys(files));
    expect(answer.body).toMatchObject({
      script: files.script,
      data: '{"a":[1,"x"]}',
      env: '{"parameters":{"key":"******"}}',
    });
    expect(JSON.parse(answer.body['nested.yaml']!)).toMatchObject({ parameters: { inner: { default: '******' } } });
    expect(answer.text).not.toContain('s3cret');
  });

  it('are none where none were given', async () => {
    expect((await get(await create(), 'files')).body).toEqual({});
  });

  it('may be sent back with the template: what is masked in them stays as it is', async () => {
    const id = await create({ files });
    const [template, shown] = [(await get(id, 'template')).body, (await get(id, 'files')).body];
    expect(template).toMatchObject({ parameters: { key: { default: '******' } } });
    await replace(id, { template, files: shown, environment_files: ['env'] });
    expect(await kept(id, 'template')).toMatchObject({ parameters: { key: { default: 'defaulted-key' } } });
    expect(await kept(id, 'environment')).toMatchObject({ parameters: { key: 's3cret' } });
    const after = (await kept(id, 'files')) as Record<string, string>;
    expect(after['script']).toBe(files.script);
    expect(JSON.parse(after['nested.yaml']!)).toMatchObject({ parameters: { inner: { default: 's3cret' } } });
  });

  it('of megabytes are read on a thread', async () => {
    const resources = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`r${index}`, NONE]));
    const id = await create({ files: { big: JSON.stringify({ ...NESTED, resources }) } });
    const { body } = await get<{ big: string }>(id, 'files');
    expect(JSON.parse(body.big)).toMatchObject({
      parameters: { inner: { default: '******' } },
      resources: { r0: NONE },
    });
  });
});

describe('the outputs of a stack', () => {
  const outputs = [
    { output_key: 'address', output_value: { ip: '::1' }, description: 'where it is' },
    { output_key: 'broken', output_value: null, description: '', output_error: 'there is no such key' },
  ];
  let id: string;

  beforeAll(async () => {
    id = await create();
    await api.database.query("UPDATE stacks SET status = 'COMPLETE', sealed_outputs = $2 WHERE id = $1", [
      id,
      secrets.seal(outputs),
    ]);
  });

  it('are shown all, and one by one', async () => {
    expect((await get(id, 'outputs')).body).toEqual({ outputs });
    expect((await get(id, 'outputs/address')).body).toEqual({ output: outputs[0] });
    expect((await get(id, 'outputs/broken')).body).toEqual({ output: outputs[1] });
  });

  it('are a 404 that names the nearest where there is none of that name', async () => {
    const answer = await get<{ detail: string }>(id, 'outputs/adress');
    expect(answer.status).toBe(404);
    expect(answer.body.detail).toBe('there is no output "adress": did you mean "address"?');
    expect((await get(id, 'outputs/%00')).status).toBe(404);
  });

  it('are none before the stack has settled, which the answer says', async () => {
    const young = await create();
    expect((await get(young, 'outputs')).body).toEqual({ outputs: [] });
    const answer = await get<{ detail: string }>(young, 'outputs/address');
    expect(answer.status).toBe(404);
    expect(answer.body.detail).toMatch(/once the stack has settled/);
  });
});

describe.each(['environment', 'files', 'outputs', 'outputs/a', 'template'])('GET …/%s', (part) => {
  it('needs a reader, is a 404 for others and for what is not there, and takes no query', async () => {
    const id = await create();
    expect((await get(id, part, api.anonymous)).status).toBe(401);
    expect((await get(id, part, await api.clientOf('p', []))).status).toBe(403);
    expect((await get(id, part, await api.clientOf('other', ['admin']))).status).toBe(404);
    expect((await get(randomUUID(), part)).status).toBe(404);
    expect((await get('no-uuid', part)).status).toBe(404);
    expect((await get(id, `${part}?a=1`)).status).toBe(400);
  });

  it('is a 404 once the stack is gone', async () => {
    const id = await create();
    expect((await get(id, 'template')).status).toBe(200);
    await api.database.query("UPDATE stacks SET action = 'DELETE', deleted_at = now() WHERE id = $1", [id]);
    expect((await get(id, part)).status).toBe(404);
  });
});
