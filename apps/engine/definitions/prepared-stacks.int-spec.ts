import { randomBytes, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { JsonObject } from '#contracts';
import { createDataSource, SecretBox } from '#entities';
import { loadResourceTypes } from '#resources';
import type { TypeRegistry } from '#resources';
import { exactJsonText, parseExactJson, resolveProperties } from '#template';
import type { ExactObject } from '#template';
import { randomOf, seeds } from '../../../test/support/cases';
import { createTestDatabase } from '../../../test/support/database';
import type { TestDatabase } from '../../../test/support/database';
import { SeverableProxy } from '../../../test/support/severable-proxy';
import { DefinitionRefused, PreparedStacks } from './prepared-stacks';

jest.setTimeout(60_000);

const NONE = { type: 'OS::Heat::None' };
/** What the cache holds, and what so many characters of text weigh in it. */
const CAPACITY = 20_000;
const TEXT_PER_WEIGHT = 500;

const secrets = new SecretBox(randomBytes(32));
let types: TypeRegistry;
let server: TestDatabase;
let proxy: SeverableProxy;
let database: DataSource;
/** The cache's own, behind the proxy. */
let its: DataSource;
let prepared: PreparedStacks;

beforeAll(async () => {
  types = await loadResourceTypes([]);
  server = await createTestDatabase();
  proxy = await SeverableProxy.start(server.url);
  database = await createDataSource({ url: server.url, applicationName: 'kiln-test', poolSize: 2 }).initialize();
  its = await createDataSource({ url: proxy.url, applicationName: 'kiln-prepared', poolSize: 4 }).initialize();
});

afterAll(async () => {
  await Promise.all([database.destroy(), its.destroy()]);
  await proxy.stop();
  await server.drop();
});

beforeEach(() => {
  prepared = new PreparedStacks(its, types, secrets);
});

/** Stores a definition and answers its id. */
async function define(template: ExactObject, files: ExactObject = {}, parameters: ExactObject = {}): Promise<string> {
  const [id, stackId] = [randomUUID(), randomUUID()];
  await store(id, stackId, [template, files, {}, parameters]);
  return id;
}

/** Template, files, environment and parameters are those that the api would seal. */
async function store(id: string, stackId: string, sealed: readonly ExactObject[]): Promise<void> {
  await database.query(
    `INSERT INTO definitions (id, stack_id, root_id, sealed_template, sealed_files, sealed_environment, sealed_parameters)
     VALUES ($1, $2, $2, $3, $4, $5, $6)`,
    [id, stackId, ...sealed.map((value) => secrets.sealText(exactJsonText(value)))],
  );
  await database.query(
    `INSERT INTO stacks (id, root_id, project, name, action, status, operation_id, definition_id, shown_parameters)
     VALUES ($1, $1, 'p', $2, 'CREATE', 'IN_PROGRESS', $3, $3, '{}')`,
    [stackId, `stack-${stackId}`, id],
  );
}

const template = (...names: string[]): JsonObject => ({
  heat_template_version: '2021-04-16',
  resources: Object.fromEntries(names.map((name) => [name, NONE])),
});

/** Stores a definition that weighs so much, and little more. */
function defineHeavy(weight: number): Promise<string> {
  return define(template('r'), { text: 'x'.repeat(weight * TEXT_PER_WEIGHT) });
}

/** Their resource, and their text as it is stored. */
async function weightsOf(ids: readonly string[]): Promise<Map<string, number>> {
  const text = `
    SELECT id, (1 + ceil((octet_length(sealed_template) + octet_length(sealed_files)) / ${TEXT_PER_WEIGHT}.0))::int AS weight
    FROM definitions WHERE id = ANY($1::uuid[])`;
  const rows = await database.query<{ id: string; weight: number }[]>(text, [ids]);
  return new Map(rows.map(({ id, weight }) => [id, weight]));
}

const isKept = (id: string): boolean => prepared.peek(id) !== undefined;

describe('the definitions that are kept in memory', () => {
  it('are read once, however many ask, also at a time', async () => {
    const id = await define(template('a', 'b'));
    const reading = [prepared.get(id), prepared.get(id)];
    expect(isKept(id)).toBe(false);
    const [first, second] = await Promise.all(reading);
    expect(first?.stack.resources.size).toBe(2);
    expect(second).toBe(first);
    expect(await prepared.get(id)).toBe(first);
    expect(prepared.peek(id)).toBe(first);
  });

  it('have every number as the user wrote it, so that texts that it goes into are the same', async () => {
    const written = parseExactJson(`{
      "heat_template_version": "2021-04-16",
      "parameters": {"float": {"type": "string", "default": 2.0}, "given": {"type": "number"}},
      "resources": {
        "large": {"type": "OS::Heat::TestResource", "properties": {"value": 12345678901234567890}},
        "texts": {
          "type": "OS::Heat::TestResource",
          "properties": {"value": {"str_replace": {
            "template": "F G N L", "params": {"F": {"get_param": "float"}, "G": {"get_param": "given"}, "N": -0.0, "L": [1.0]}
          }}}
        }
      }
    }`) as ExactObject;
    const id = await define(written, {}, parseExactJson('{"given": 12345678901234567890}') as ExactObject);
    const { stack } = await prepared.get(id);
    const scope = { reference: () => undefined, attribute: () => undefined };
    expect(resolveProperties(stack, 'large', scope)).toMatchObject({ value: { value: '12345678901234567890' } });
    expect(resolveProperties(stack, 'texts', scope)).toMatchObject({
      value: { value: '2.0 12345678901234567890 -0.0 [1.0]' },
    });
  });

  it('are those used last, as far as they fit together', async () => {
    const [a, b, c] = await Promise.all([defineHeavy(9_000), defineHeavy(9_000), defineHeavy(9_000)]);
    await prepared.get(a);
    await prepared.get(b);
    await prepared.get(a);
    await prepared.get(c);
    expect([a, b, c].map(isKept)).toEqual([true, false, true]);
  });

  it('are the one just read alone, where that is heavier than all may be together', async () => {
    const [small, heavy] = await Promise.all([defineHeavy(10), defineHeavy(CAPACITY + 1_000)]);
    await prepared.get(small);
    await prepared.get(heavy);
    expect([small, heavy].map(isKept)).toEqual([false, true]);
    await prepared.get(small);
    expect([small, heavy].map(isKept)).toEqual([true, false]);
  });

  it('are the one just read alone, also where others were asked for after it', async () => {
    const [heavy, small] = await Promise.all([defineHeavy(CAPACITY + 1_000), defineHeavy(10)]);
    const reading = prepared.get(heavy);
    await prepared.get(small);
    await reading;
    await prepared.get(heavy);
    expect([small, heavy].map(isKept)).toEqual([false, true]);
  });

  it.each(seeds(1, 20))(
    'are what a list of those used last says, whatever is asked for in turn (seed %i)',
    async (seed) => {
      const random = randomOf(seed);
      const ids = await Promise.all([2_000, 4_000, 6_000, 8_000, 11_000, 21_000].map(defineHeavy));
      const weights = await weightsOf(ids);
      let used: string[] = [];
      for (let round = 0; round < 40; round += 1) {
        const id = ids[Math.floor(random() * ids.length)]!;
        await prepared.get(id);
        used = [id, ...used.filter((other) => other !== id)];
        const sum = (): number => used.reduce((total, other) => total + weights.get(other)!, 0);
        while (sum() > CAPACITY && used.length > 1) used.pop();
        expect(ids.filter(isKept).sort()).toEqual([...used].sort());
      }
    },
  );

  it.each(seeds(1, 20))('never weigh more than they may, however many are read at a time (seed %i)', async (seed) => {
    const random = randomOf(seed);
    const ids = await Promise.all([2_000, 4_000, 6_000, 8_000, 11_000, 21_000].map(defineHeavy));
    const weights = await weightsOf(ids);
    for (let round = 0; round < 10; round += 1) {
      const asked = Array.from({ length: 4 }, () => ids[Math.floor(random() * ids.length)]!);
      await Promise.all(asked.map((id) => prepared.get(id)));
      const kept = ids.filter(isKept);
      const weight = kept.reduce((total, id) => total + weights.get(id)!, 0);
      if (kept.length !== 1) expect(weight).toBeLessThanOrEqual(CAPACITY);
      expect(kept.length).toBeGreaterThan(0);
    }
  });

  it('are not those that could not be read', async () => {
    const [id, stackId] = [randomUUID(), randomUUID()];
    await expect(prepared.get(id)).rejects.toThrow(`no definition ${id}`);
    await store(id, stackId, [template('a'), {}, {}, {}]);
    expect((await prepared.get(id)).stack.resources.size).toBe(1);

    const other = await define(template('b'));
    proxy.sever();
    const refusal = await prepared.get(other).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Error);
    expect(refusal).not.toBeInstanceOf(DefinitionRefused);
    expect(isKept(other)).toBe(false);
    proxy.restore();
    expect((await prepared.get(other)).stack.resources.size).toBe(1);
  });

  it('are not those that are refused, either', async () => {
    const bad = { ...template(), resources: { a: { type: 'OS::No::Such' }, b: NONE } };
    const id = await define(bad);
    for (const _ of [1, 2]) await expect(prepared.get(id)).rejects.toThrow(DefinitionRefused);
    expect(isKept(id)).toBe(false);
  });

  it('are not those with a type that is known and that nothing makes', async () => {
    const id = await define({ ...template('a'), resources: { net: { type: 'OS::Neutron::Net' } } });
    await expect(prepared.get(id)).rejects.toThrow(
      '/template/resources/net/type: the resource type `OS::Neutron::Net` is known, but cannot be made yet',
    );
  });
});

describe('a definition that is refused', () => {
  it('says what is wrong with it, as far as a reason may', async () => {
    const names = Array.from({ length: 500 }, (_, index) => `r${index}`);
    const wrong = names.map((name) => [name, { type: `OS::No::Such::${name}` }]);
    const id = await define({ ...template(), resources: Object.fromEntries(wrong) as JsonObject });
    const refusal = (await prepared.get(id).catch((error: unknown) => error)) as DefinitionRefused;
    expect(refusal.message).toMatch(/^\/template\/resources\/r0\/type: there is no resource type `OS::No::Such::r0`; /);
    expect(refusal.message).toHaveLength(4_000);
  });
});
