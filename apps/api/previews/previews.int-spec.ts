import { randomBytes, randomUUID } from 'node:crypto';
import type { JsonObject } from '#contracts';
import { SecretBox } from '#entities';
import type { Answer, ApiClient } from '../../../test/support/api-client';
import { ApiInProcess } from '../../../test/support/api-in-process';
import { statementsOf } from '../../../test/support/query-plan';
import { PreviewDto, PreviewedResourceDto } from './dto/preview.dto';

type Previewed = Answer<{ preview: PreviewDto; detail: string; errors: { path: string; detail: string }[] }>;

interface Seed {
  name: string;
  type?: string;
  action?: string;
  status?: string;
  properties?: object | null;
  attributes?: object | null;
  policy?: string;
  replaces?: string;
}

const HOT = { heat_template_version: '2018-08-31' };
const NONE = { type: 'OS::Heat::None' };
const value = (of: unknown): object => ({ type: 'OS::Heat::Value', properties: { value: of } });
const word = (length: number): object => ({ type: 'OS::Heat::RandomString', properties: { length } });
const HIDDEN = { type: 'string', hidden: true };

const KEY = randomBytes(32);
const secrets = new SecretBox(KEY);

let api: ApiInProcess;
let client: ApiClient;
let reader: ApiClient;
let names = 0;

beforeAll(async () => {
  api = await ApiInProcess.start({ env: { KILN_SECRET_KEY: KEY.toString('base64'), KILN_QUOTA_RESOURCES: '30000' } });
  client = await api.clientOf('p', ['member']);
  reader = await api.clientOf('p', ['reader']);
});

afterAll(async () => {
  await api.stop();
});

function nextName(): string {
  return `previewed-${(names += 1)}`;
}

async function create(template: object, rest: object = {}): Promise<string> {
  return client.create(nextName(), { ...HOT, ...template }, rest);
}

/** A resource as an engine leaves it. */
async function seed(stack: string, { name, type = 'OS::Heat::Value', ...rest }: Seed): Promise<string> {
  const id = randomUUID();
  const { action = 'CREATE', status = 'COMPLETE', properties = {}, attributes = {}, policy = 'Delete' } = rest;
  const sealed = [properties, attributes].map((section) => section && secrets.seal(section as never));
  await api.database.query(
    `INSERT INTO resources (id, stack_id, root_id, definition_id, name, type, made_type, action, status, requires, required_by,
       deletion_policy, sealed_properties, sealed_attributes, replaces)
     VALUES ($1, $2, $2, $2, $3, $4, $4, $5, $6, '{}', '{}', $7, $8, $9, $10)`,
    [id, stack, name, type, action, status, policy, ...sealed, rest.replaces ?? null],
  );
  return id;
}

/** How many rows each table has. */
async function stored(): Promise<unknown> {
  const tables = await api.database.query<{ name: string }[]>(
    "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['stacks', 'operations', 'outbox']));
  const counts = tables.map(({ name }) => `SELECT '${name}' AS name, count(*)::integer FROM ${name}`);
  return api.database.query(counts.join(' UNION ALL '));
}

/** With a key, as of a request that is kept. */
function ask(path: string, body: unknown, by: ApiClient = client): Promise<Previewed> {
  return by.request('POST', `/v2/stacks/${path}preview`, body, { 'idempotency-key': 'one-for-all' });
}

const askUpdate = (id: string, template: object, rest: object = {}, by = client): Promise<Previewed> =>
  ask(`${id}/`, { template: { ...HOT, ...template }, ...rest }, by);

async function previewOf(answer: Promise<Previewed>): Promise<PreviewDto> {
  const { status, body } = await answer;
  expect([status, body.detail]).toEqual([200, undefined]);
  return body.preview;
}

async function changesOf(answer: Promise<Previewed>): Promise<Record<string, string>> {
  const { resources } = await previewOf(answer);
  return Object.fromEntries(resources.map(({ resource_name, change }) => [resource_name, change]));
}

async function resourceOf(answer: Promise<Previewed>, name: string): Promise<PreviewedResourceDto> {
  const found = (await previewOf(answer)).resources.find(({ resource_name }) => resource_name === name);
  if (!found) throw new Error(`no resource ${name}`);
  return found;
}

const property = (path: string, from: unknown, to: unknown, known = true): object => ({ path, from, to, known });

describe('the preview of a create', () => {
  const template = {
    ...HOT,
    parameters: { size: { type: 'number' } },
    resources: { a: value({ get_param: 'size' }), b: value({ deep: { get_attr: ['a', 'value'] }, one: 1 }), c: NONE },
    outputs: {
      size: { value: { get_param: 'size' }, description: 'd' },
      later: { value: { get_attr: ['a', 'value'] } },
    },
  };
  const body = (): JsonObject => ({ stack_name: nextName(), template, parameters: { size: 3 } }) as JsonObject;

  it('says what is made with which properties, and what is not known yet', async () => {
    const preview = await previewOf(ask('', body()));
    const rest = { change: 'create', reason: 'the stack does not have it' };
    expect(preview).toEqual({
      resources: [
        { resource_name: 'a', resource_type: 'OS::Heat::Value', properties: [property('/value', null, 3)], ...rest },
        {
          ...{ resource_name: 'b', resource_type: 'OS::Heat::Value', ...rest },
          properties: [property('/value', null, { deep: null, one: 1 }, false)],
        },
        { resource_name: 'c', resource_type: 'OS::Heat::None', properties: [], ...rest },
      ],
      outputs: [
        { output_key: 'size', output_value: 3, description: 'd', known: true },
        { output_key: 'later', output_value: null, description: '', known: false },
      ],
    });
  });

  it('stores nothing: what it was shown can be made', async () => {
    const given = body();
    const before = await stored();
    await previewOf(ask('', given));
    expect(await stored()).toEqual(before);
    await previewOf(ask('', { stack: given }, reader));
    expect((await client.request('POST', '/v2/stacks', given)).status).toBe(202);
  });

  it.each<[string, (given: JsonObject) => object, number, RegExp]>([
    [
      'a wrong template',
      (given) => ({ ...given, template: { ...HOT, resources: { a: { type: 'No::Type' } } } }),
      400,
      /./,
    ],
    ['a missing parameter', (given) => ({ ...given, parameters: {} }), 400, /./],
    ['no name', ({ stack_name: _, ...given }) => given, 400, /./],
    ['an unknown key', (given) => ({ ...given, parametres: {} }), 400, /./],
    ['what is not possible yet', (given) => ({ ...given, adopt_stack_data: {} }), 501, /adopt/],
    ['no object', () => [], 400, /./],
  ])('is refused for %s, as the create is', async (_, change, status, detail) => {
    const given = change(body());
    const [preview, made] = [
      await ask('', given),
      await client.request<{ errors: object[] }>('POST', '/v2/stacks', given),
    ];
    expect([preview.status, made.status]).toEqual([status, status]);
    expect(preview.body.errors).toEqual(made.body.errors);
    expect(preview.body.detail).toMatch(detail);
  });

  it('is a 409 where the name is taken', async () => {
    const given = body();
    await client.request('POST', '/v2/stacks', given);
    const answer = await ask('', given);
    expect([answer.status, answer.body.detail]).toEqual([409, expect.stringContaining('already')]);
  });

  it('is a 403 over a quota', async () => {
    const small = await ApiInProcess.start({ env: { KILN_QUOTA_STACKS: '1', KILN_QUOTA_RESOURCES: '3' } });
    const by = await small.clientOf('p', ['member']);
    try {
      expect((await ask('', body(), by)).status).toBe(200);
      await by.create('the-only-one', { ...HOT });
      const full = await ask('', body(), by);
      expect([full.status, full.body.detail]).toEqual([403, expect.stringContaining('quota "stacks"')]);
      const resources = { a: NONE, b: NONE, c: NONE, d: NONE };
      const large = await ask('', { ...body(), template: { ...HOT, resources }, parameters: {} }, by);
      expect([large.status, large.body.detail]).toEqual([403, expect.stringContaining('quota "resources"')]);
    } finally {
      await small.stop();
    }
  });

  it('masks whatever a hidden parameter went into, also by way of other resources', async () => {
    const hiding = {
      ...HOT,
      parameters: { key: HIDDEN, shown: { type: 'string', default: 'seen' } },
      resources: {
        a: value({ list_join: ['-', ['x', { get_param: 'key' }]] }),
        b: value({ get_attr: ['a', 'value'] }),
        c: value({ get_param: 'shown' }),
      },
      outputs: { key: { value: { get_param: 'key' } }, shown: { value: { get_param: 'shown' } } },
    };
    const answer = await ask('', { stack_name: nextName(), template: hiding, parameters: { key: 's3cret' } });
    expect(answer.text).not.toContain('s3cret');
    const [a, , c] = answer.body.preview.resources;
    expect(a?.properties).toEqual([property('/value', null, '******')]);
    expect(c?.properties).toEqual([property('/value', null, 'seen')]);
    expect(answer.body.preview.outputs.map(({ output_value }) => output_value)).toEqual(['******', 'seen']);
  });

  it('of 20,000 resources is made on a thread', async () => {
    const resources = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`r${index}`, value(index)]));
    const preview = await previewOf(ask('', { stack_name: nextName(), template: { ...HOT, resources } }));
    expect(preview.resources).toHaveLength(20_000);
    expect(preview.resources.at(-1)).toMatchObject({ resource_name: 'r19999', properties: [{ to: 19_999 }] });
  });
});

describe('the preview of an update', () => {
  it('tells what stays from what is made, changed, replaced and removed, and why', async () => {
    const resources = { same: value(1), inPlace: value(1), anew: word(8), gone: value(1), kept: value(1) };
    const id = await create({ resources });
    for (const name of ['same', 'inPlace', 'gone'])
      await seed(id, { name, properties: { value: 1 }, attributes: { value: 1 } });
    await seed(id, { name: 'kept', properties: { value: 1 }, policy: 'Retain' });
    const made = { length: 8, sequence: 'lettersdigits' };
    await seed(id, { name: 'anew', type: 'OS::Heat::RandomString', properties: made });
    const { resources: previewed } = await previewOf(
      askUpdate(id, { resources: { same: value(1), inPlace: value([2]), anew: word(9), fresh: value(3) } }),
    );
    const shown = previewed.map(({ resource_name, change, reason }) => [resource_name, change, reason]);
    expect(shown).toEqual([
      ['same', 'unchanged', 'it is as it is wanted'],
      ['inPlace', 'update', '`value` can be changed in place'],
      ['anew', 'replace', expect.stringMatching(/`length`.* cannot be changed in place/)],
      ['fresh', 'create', 'the stack does not have it'],
      ['gone', 'delete', 'the template does not have it any more'],
      ['kept', 'delete', expect.stringMatching(/stays \(deletion policy Retain\)/)],
    ]);
    expect(previewed[1]?.properties).toEqual([property('/value', 1, [2])]);
    expect(previewed[2]?.properties).toContainEqual(property('/length', 8, 9));
    expect(previewed[0]?.properties).toEqual([]);
  });

  it('shows which part of a map changes', async () => {
    const id = await create({ resources: { a: value(1) } });
    await seed(id, { name: 'a', properties: { value: { same: 1, 'a/b': { x: 1 }, gone: 2 } } });
    const a = await resourceOf(askUpdate(id, { resources: { a: value({ same: 1, 'a/b': { x: 2 }, fresh: 3 }) } }), 'a');
    expect(a.properties).toEqual([
      property('/value/a~1b/x', 1, 2),
      property('/value/gone', 2, null),
      property('/value/fresh', null, 3),
    ]);
  });

  it('knows what resources that stay say of themselves, and takes for changed what it does not know', async () => {
    const resources = { a: value(1), b: value({ get_attr: ['a', 'value'] }), c: value({ get_attr: ['b', 'value'] }) };
    const id = await create({ resources });
    for (const name of ['a', 'b', 'c']) await seed(id, { name, properties: { value: 1 }, attributes: { value: 1 } });
    const all = { a: 'unchanged', b: 'unchanged', c: 'unchanged' };
    expect(await changesOf(askUpdate(id, { resources }))).toEqual(all);
    const changed = { ...resources, b: value({ get_attr: ['a', 'value'] }), a: value(2) };
    expect(await changesOf(askUpdate(id, { resources: changed }))).toEqual({ a: 'update', b: 'update', c: 'update' });
    const b = await resourceOf(askUpdate(id, { resources: changed }), 'b');
    expect(b.properties).toEqual([property('/value', 1, null, false)]);
    expect(b.reason).toMatch(/not known yet, and perhaps as it was: `\/value`/);
  });

  it('sees what an older incarnation, a failure and a running step mean', async () => {
    const resources = { back: value(1), failed: value(1), running: value(1), typed: value(1) };
    const id = await create({ resources });
    const older = await seed(id, { name: 'back', properties: { value: 1 } });
    await seed(id, { name: 'back', properties: { value: 2 }, replaces: older });
    await seed(id, { name: 'failed', properties: { value: 1 }, status: 'FAILED' });
    await seed(id, { name: 'running', properties: { value: 1 }, attributes: null, status: 'IN_PROGRESS' });
    await seed(id, { name: 'typed', type: 'OS::Heat::None', properties: { value: 1 } });
    const preview = await previewOf(askUpdate(id, { resources }));
    expect(preview.resources.map(({ resource_name, change, reason }) => [resource_name, change, reason])).toEqual([
      ['back', 'replace', expect.stringMatching(/older one .* takes its place again/)],
      ['failed', 'create', 'it was not made (CREATE FAILED): that is tried again'],
      ['running', 'unchanged', expect.stringMatching(/a step still runs on it/)],
      ['typed', 'replace', 'its type changes from OS::Heat::None to OS::Heat::Value'],
    ]);
  });

  it('of thousands of resources is made on a thread', async () => {
    const resources = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`r${index}`, value(index)]));
    const id = await create({ resources });
    await seed(id, { name: 'r0', properties: { value: 0 }, attributes: { value: 0 } });
    await seed(id, { name: 'r1', properties: { value: 'x' } });
    const changes = await changesOf(askUpdate(id, { resources }));
    expect(changes).toMatchObject({ r0: 'unchanged', r1: 'update', r2: 'create', r2999: 'create' });
  });

  it('stores nothing, and is refused for whatever the update is refused for', async () => {
    const id = await create({ parameters: { zone: { type: 'string', default: 'a', immutable: true } } });
    const bodies = [
      { template: { ...HOT, resources: { a: { type: 'No::Type' } } } },
      { stack_name: 'other', template: HOT },
      { template: HOT, converge: true },
      { template: { ...HOT, parameters: { zone: { type: 'string', immutable: true } } }, parameters: { zone: 'b' } },
      {},
    ];
    for (const body of bodies) {
      const [preview, made] = [await ask(`${id}/`, body), await client.request('PUT', `/v2/stacks/${id}`, body)];
      expect(preview.status).toBe(made.status);
      expect(preview.body.errors).toEqual((made.body as { errors: object[] }).errors);
      expect([400, 501]).toContain(preview.status);
    }
    const before = await stored();
    await previewOf(askUpdate(id, { description: 'new', resources: { a: NONE } }));
    expect(await stored()).toEqual(before);
    const { body } = await client.request<{ stack: JsonObject }>('GET', `/v2/stacks/${id}`);
    expect(body.stack).toMatchObject({ action: 'CREATE', revision: 1, description: 'No description' });
  });

  it('is made in a number of statements that does not grow with the stack', async () => {
    const id = await create({});
    const counts: number[] = [];
    for (const size of [1, 50]) {
      const names = Array.from({ length: size }, (_, at) => `r${size}-${at}`);
      for (const name of names) await seed(id, { name, properties: { value: 1 } });
      const resources = Object.fromEntries(names.map((name) => [name, value(2)]));
      counts.push((await statementsOf(() => previewOf(askUpdate(id, { resources })))).length);
    }
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts[1]).toBe(counts[0]);
  });

  it('is a 409 while the stack is deleted', async () => {
    const id = await create({});
    await client.delete(id);
    expect((await askUpdate(id, {})).status).toBe(409);
  });

  it('is a 404 once the stack is gone', async () => {
    const id = await create({});
    await api.database.query("UPDATE stacks SET action = 'DELETE', deleted_at = now() WHERE id = $1", [id]);
    expect((await askUpdate(id, {})).status).toBe(404);
  });

  it('needs a reader, is a 404 for others and for what is not there, and takes no query', async () => {
    const id = await create({});
    expect((await askUpdate(id, {}, {}, api.anonymous)).status).toBe(401);
    expect((await askUpdate(id, {}, {}, await api.clientOf('p', []))).status).toBe(403);
    expect((await askUpdate(id, {}, {}, await api.clientOf('other', ['admin']))).status).toBe(404);
    expect((await askUpdate(randomUUID(), {})).status).toBe(404);
    expect((await askUpdate(id, {}, {}, reader)).status).toBe(200);
    expect((await client.request('POST', `/v2/stacks/${id}/preview?a=1`, { template: HOT })).status).toBe(400);
    expect((await client.request('POST', '/v2/stacks/preview?a=1', { template: HOT })).status).toBe(400);
  });
});

describe('what a preview of an update keeps to itself', () => {
  const parameters = { key: HIDDEN, shown: { type: 'string', default: 'seen' } };
  const resources = { a: value({ get_param: 'key' }), b: value({ get_param: 'shown' }) };

  async function hiding(): Promise<string> {
    const id = await create({ parameters, resources }, { parameters: { key: 's3cret' } });
    await seed(id, { name: 'a', properties: { value: 's3cret' }, attributes: { value: 's3cret' } });
    await seed(id, { name: 'b', properties: { value: 'seen' }, attributes: { value: 'seen' } });
    return id;
  }

  it('is what a hidden parameter was and becomes, and nothing else', async () => {
    const id = await hiding();
    const given = { parameters: { key: 'an0ther', shown: 'visible' } };
    const answer = await askUpdate(id, { parameters, resources }, given);
    expect(answer.text).not.toMatch(/s3cret|an0ther/);
    const [a, b] = answer.body.preview.resources;
    expect(a?.properties).toEqual([property('/value', '******', '******')]);
    expect(b?.properties).toEqual([property('/value', 'seen', 'visible')]);
  });

  it('is what a value was, where the new template writes something else in its place', async () => {
    const answer = await askUpdate(await hiding(), { resources: { a: value('open'), b: value('open') } }, {}, reader);
    expect(answer.text).not.toContain('s3cret');
    expect(answer.body.preview.resources[0]?.properties).toEqual([property('/value', '******', 'open')]);
    expect(answer.body.preview.resources[1]?.properties).toEqual([property('/value', 'seen', 'open')]);
  });

  it('is what resources say of themselves that something hidden went into, and not what others say', async () => {
    const id = await hiding();
    const told = { fromA: value({ get_attr: ['a', 'value'] }), fromB: value({ get_attr: ['b', 'value'] }) };
    const chained = { c: value({ get_attr: ['a', 'value'] }), d: value({ get_attr: ['c', 'value'] }) };
    await seed(id, { name: 'c', properties: { value: 's3cret' }, attributes: { value: 's3cret' } });
    const given = { parameters: { key: 's3cret' } };
    const template = { parameters, resources: { ...resources, ...told, ...chained } };
    const answer = await askUpdate(id, template, given);
    expect(answer.text).not.toContain('s3cret');
    const shown = answer.body.preview.resources.map(({ resource_name, properties }) => [resource_name, properties]);
    expect(Object.fromEntries(shown)).toEqual({
      ...{ a: [], b: [], c: [] },
      fromA: [property('/value', null, '******')],
      fromB: [property('/value', null, 'seen')],
      d: [property('/value', null, '******')],
    });
  });

  it('is what was made from an older definition, of which nobody knows what went in', async () => {
    const id = await hiding();
    await client.request('PUT', `/v2/stacks/${id}`, { template: { ...HOT, resources: { a: value('open') } } });
    const a = await resourceOf(askUpdate(id, { resources: { a: value('other') } }), 'a');
    expect(a.properties).toEqual([property('/value', '******', 'other')]);
  });

  it('is what was put back for a mask, whatever the new template says of it', async () => {
    const id = await hiding();
    const bare = { key: { type: 'string' }, shown: { type: 'string', default: '' } };
    const outputs = { key: { value: { get_param: 'key' } } };
    const open = { parameters: bare, resources: { ...resources, c: value({ get_param: 'key' }) }, outputs };
    const answer = await askUpdate(id, open, { parameters: { key: '******', shown: 'seen' } });
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('s3cret');
    const changes = answer.body.preview.resources.map(({ resource_name, change }) => [resource_name, change]);
    expect(changes).toEqual([
      ['a', 'unchanged'],
      ['b', 'unchanged'],
      ['c', 'create'],
    ]);
    expect(answer.body.preview.outputs).toMatchObject([{ output_value: '******' }]);
  });

  it.each(['preview', 'PUT', 'PATCH'])(
    'is, in what is wrong with a %s, whatever was hidden until now',
    async (request) => {
      const id = await hiding();
      const url = request === 'preview' ? `/v2/stacks/${id}/preview` : `/v2/stacks/${id}`;
      const open = { type: 'string' };
      const wrong = [
        [{ key: { type: 'number' } }, {}, /expected a number, found a text/],
        [{ key: { ...open, constraints: [{ allowed_values: ['x'] }] } }, {}, /parameter `key`/],
        [{ key: open }, { a: { ...word(1), properties: { length: { get_param: 'key' } } } }, /found a text/],
      ] as const;
      for (const [declared, given, detail] of wrong) {
        const template = { ...HOT, parameters: declared, resources: given };
        const masked = request === 'PATCH' ? {} : { parameters: { key: '******' } };
        const answer = await client.request<{ detail: string }>(request === 'preview' ? 'POST' : request, url, {
          ...{ template, ...masked },
        });
        expect([answer.status, answer.body.detail]).toEqual([400, expect.stringMatching(detail)]);
        expect(answer.text).not.toContain('s3cret');
      }
    },
  );

  it('is a file in which a mask was taken off', async () => {
    const id = await create(
      { parameters, resources },
      { files: { env: 'parameters: {key: s3cret}' }, parameters: { key: 'k' } },
    );
    const template = { parameters, resources: { a: value({ get_file: 'env' }) } };
    const files = { env: '{"parameters": {"key": "******"}}' };
    const answer = await askUpdate(id, template, { files, parameters: { key: 'k' } });
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('s3cret');
  });

  it('is all that is masked, for those who only read', async () => {
    const id = await hiding();
    const conditions = { guess: { equals: [{ get_param: 'key' }, 's3cret'] } };
    const oracle = { parameters, conditions, resources: { ...resources, yes: { ...NONE, condition: 'guess' } } };
    const refused = await askUpdate(id, oracle, { parameters: { key: '******' } }, reader);
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining('member')]);
    expect((await askUpdate(id, oracle, { parameters: { key: 'mine' } }, reader)).status).toBe(200);
    expect((await askUpdate(id, oracle, { parameters: { key: '******' } })).status).toBe(200);
  });
});
