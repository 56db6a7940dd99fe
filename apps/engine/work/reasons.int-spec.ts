import type { JsonObject } from '#contracts';
import { ResourceFailure } from '#resources';
import { Engines } from '../../../test/support/engines';
import type { TestEngine } from '../../../test/support/engines';
import { scripted } from '../../../test/support/scripted-type';

jest.setTimeout(60_000);

const LONGEST = 4_000;
const HIDDEN = { type: 'string', hidden: true };

let ground: Engines;
let engine: TestEngine;

beforeEach(async () => {
  ground = await Engines.start();
  engine = await ground.startEngine();
});

afterEach(async () => {
  await ground.stop();
});

/** Creates a stack whose one resource fails with these words; answers all that is to be seen of it anywhere. */
async function fail(reason: string, secrets: JsonObject): Promise<{ resource: string; stack: string; told: string[] }> {
  const create = (): never => {
    throw new ResourceFailure(reason);
  };
  const parameters = Object.fromEntries(Object.keys(secrets).map((name) => [name, HIDDEN]));
  const template = { heat_template_version: '2021-04-16', parameters, resources: { r: scripted({ create }) } };
  const { id, command } = await ground.accept(template, secrets);
  await engine.planner.plan(command);
  const stack = (await ground.settled(id)).status_reason;
  const [resource] = await ground.resources(id);
  const rows = await ground.database.query<{ body: string }[]>('SELECT body FROM outbox');
  return { resource: resource!.status_reason, stack, told: rows.map(({ body }) => body) };
}

/** Nothing that is to be seen holds any of these. */
function expectUnseen({ resource, stack, told }: Awaited<ReturnType<typeof fail>>, ...texts: string[]): void {
  expect(told.length).toBeGreaterThan(2);
  for (const seen of [resource, stack, ...told]) {
    for (const text of texts) expect(seen).not.toContain(text);
  }
}

describe('the reason of a failure', () => {
  it('is the provider’s words, as far as a notification may carry them', async () => {
    const { resource, stack, told } = await fail('no room '.repeat(1_000), {});
    expect(resource).toBe('no room '.repeat(1_000).slice(0, LONGEST));
    expect(stack).toBe(`Resource CREATE failed: resources.r (Test::Scripted): ${resource}`);
    for (const body of told) expect(body.length).toBeLessThan(2 * LONGEST);
  });

  it('shows nothing of a hidden value, not even where it is cut in the middle of one', async () => {
    const secret = 'correct-horse';
    const seen = await fail(`${'x'.repeat(LONGEST - 6)}${secret} and ${secret}`, { secret });
    expect(seen.resource).toBe(`${'x'.repeat(LONGEST - 6)}******`);
    expectUnseen(seen, 'correct', 'corr', 'horse');
  });

  it('shows nothing of hidden values that are parts of others, or overlap with them', async () => {
    // letters that no id has: a UUID may well hold "abc"
    const seen = await fail('no opqrst, no stuvw, no opqrstuvw', { a: 'opq', b: 'opqrst', c: 'stuvw' });
    expect(seen.resource).toBe('no ******, no ******, no ******');
    expectUnseen(seen, 'opq', 'rst', 'uvw');
  });

  it('shows nothing of a hidden value that the provider answers in JSON', async () => {
    const secret = 'say "friend"\nand enter';
    const seen = await fail(JSON.stringify({ password: secret }), { secret });
    expect(seen.resource).toBe('{"password":"******"}');
    expectUnseen(seen, 'friend', 'enter');
  });

  it('may hold what PostgreSQL can’t store', async () => {
    expect((await fail('a\0b', {})).resource).toBe('a\uFFFDb');
  });
});

describe('the reason of a failure after an update', () => {
  const [before, after] = ['correct-horse', 'battery-staple'];

  function templateWith(resource: { type: string; properties: object }, parameter: JsonObject = HIDDEN): JsonObject {
    const properties = { ...resource.properties, value: { get_param: 'secret' }, name: { get_param: 'name' } };
    const parameters = { secret: parameter, name: { type: 'string', default: 'one' } };
    return { heat_template_version: '2021-04-16', parameters, resources: { r: { ...resource, properties } } };
  }

  const told = (properties: JsonObject): string => `password ${properties['value'] as string} refused`;
  const made = { outcome: 'done', physicalId: 'made', attributes: {} } as const;

  /** Makes a stack of one secret, brings another to it, and answers what is to be seen of the resource then. */
  async function update(
    resource: { type: string; properties: object },
    { given = {}, between }: { given?: JsonObject; between?: () => Promise<void> } = {},
  ): Promise<string[]> {
    const stack = await ground.accept(templateWith(resource), { secret: before });
    await engine.planner.plan(stack.command);
    expect(await ground.settled(stack.id)).toMatchObject({ status: 'COMPLETE' });
    await between?.();
    const changed = await ground.acceptUpdate(stack, templateWith(resource), { secret: after, ...given });
    await engine.planner.plan(changed);
    expect(await ground.settled(stack.id)).toMatchObject({ action: 'UPDATE', status: 'FAILED' });
    const rows = await ground.database.query<{ body: string }[]>('SELECT body FROM outbox');
    const seen = [(await ground.stack(stack.id)).status_reason, ...rows.map(({ body }) => body)];
    for (const text of seen) for (const secret of [before, after]) expect(text).not.toContain(secret);
    return (await ground.resources(stack.id)).map(({ status_reason: reason }) => reason);
  }

  it('shows nothing of what the resource had been made with', async () => {
    const resource = scripted({
      create: () => made,
      update: ({ previous, properties }) => {
        throw new ResourceFailure(`${told(previous)}, ${told(properties)}`);
      },
    });
    expect(await update(resource)).toEqual(['password ****** refused, password ****** refused']);
  });

  it('shows nothing of what a resource that was replaced had been made with', async () => {
    const resource = scripted({
      create: () => made,
      delete: ({ properties }) => {
        throw new ResourceFailure(told(properties));
      },
    });
    expect((await update(resource, { given: { name: 'another' } })).sort()).toEqual(['', 'password ****** refused']);
  });

  it('is not shown where the earlier template can’t be read any more', async () => {
    const resource = scripted({
      create: () => made,
      update: ({ previous }) => {
        throw new ResourceFailure(told(previous));
      },
    });
    const between = async (): Promise<void> => {
      const unknown = ground.secrets.seal({ heat_template_version: '1999-01-01' });
      await ground.database.query('UPDATE definitions SET sealed_template = $1', [unknown]);
      await engine.stop();
      engine = await ground.startEngine();
    };
    expect(await update(resource, { between })).toEqual([
      expect.stringMatching(/^it failed; the reason may hold secrets/),
    ]);
  });
});
