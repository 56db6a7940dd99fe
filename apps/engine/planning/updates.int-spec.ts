import type { Json, JsonObject, OperationId } from '#contracts';
import { ResourceFailure } from '#resources';
import type { Step, StepAnswer } from '#resources';
import { Engines } from '../../../test/support/engines';
import type { AcceptedStack, TestEngine } from '../../../test/support/engines';
import { scripted } from '../../../test/support/scripted-type';
import { until } from '../../../test/support/until';

jest.setTimeout(60_000);

let ground: Engines;
let engine: TestEngine;
/** What was asked of the outside, in order: `create a 1`, with the value of the resource. */
let calls: string[];

beforeEach(async () => {
  calls = [];
  ground = await Engines.start();
  engine = await ground.startEngine();
});

afterEach(async () => {
  await ground.stop();
});

const note = (action: string, { resourceName, properties }: Step): void =>
  void calls.push(`${action} ${resourceName} ${JSON.stringify(properties['value'] ?? null)}`);

function doneWith(step: Step, physicalId: string | null): StepAnswer {
  return { outcome: 'done', physicalId, attributes: { value: step.properties['value'] ?? null } };
}

const { type, properties: script } = scripted({
  create: (step) => {
    note('create', step);
    if (step.properties['value'] === 'bad') throw new ResourceFailure('no such value');
    return doneWith(step, `outside-${step.resourceId}`);
  },
  update: (step) => {
    note('update', step);
    if (step.properties['value'] === 'bad') throw new ResourceFailure('no such value');
    return doneWith(step, step.physicalId);
  },
  delete: (step) => {
    note('delete', step);
    return { outcome: 'done', physicalId: null, attributes: {} };
  },
});

/** A resource of the scripted type; others by `depends_on` or references in its properties. */
const thing = (properties: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  type,
  properties: { ...script, ...properties },
  ...more,
});
const valueOf = (name: string): Json => ({ get_attr: [name, 'value'] });
const template = (resources: Record<string, Json>, outputs: Record<string, Json> = {}): JsonObject => ({
  heat_template_version: '2021-04-16',
  resources,
  outputs: Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, { value }])),
});

async function create(resources: Record<string, Json>): Promise<AcceptedStack> {
  const stack = await ground.accept(template(resources));
  await engine.planner.plan(stack.command);
  await ground.settled(stack.id);
  calls.length = 0;
  return stack;
}

async function update(stack: AcceptedStack, resources: Record<string, Json>): Promise<string> {
  await engine.planner.plan(await ground.acceptUpdate(stack, template(resources)));
  const { action, status, status_reason: reason } = await ground.settled(stack.id);
  return `${action} ${status}: ${reason}`;
}

/** Each row as `name ACTION STATUS`. */
async function rowsOf({ id }: AcceptedStack): Promise<string[]> {
  return (await ground.resources(id)).map(({ name, action, status }) => `${name} ${action} ${status}`);
}

const WELL = 'UPDATE COMPLETE: Stack UPDATE completed successfully';

describe('an update', () => {
  it('does nothing with what stays as it is', async () => {
    const resources = { a: thing({ value: 1 }), b: thing({ value: valueOf('a') }) };
    const stack = await create(resources);
    expect(await update(stack, resources)).toBe(WELL);
    expect(calls).toEqual([]);
    expect(await rowsOf(stack)).toEqual(['a CREATE COMPLETE', 'b CREATE COMPLETE']);
  });

  it('makes what is new, and removes what is gone when all that is made', async () => {
    const stack = await create({ a: thing({ value: 1 }), c: thing({ value: 3 }), d: thing({ value: valueOf('c') }) });
    expect(await update(stack, { a: thing({ value: 1 }), b: thing({ value: valueOf('a') }) })).toBe(WELL);
    expect(calls).toEqual(['create b 1', 'delete d 3', 'delete c 3']);
    expect(await rowsOf(stack)).toEqual(['a CREATE COMPLETE', 'b CREATE COMPLETE']);
  });

  it('changes in place what may be, and what depends on it by its value', async () => {
    const stack = await create({ a: thing({ value: 1 }), b: thing({ value: valueOf('a') }), c: thing({ value: 7 }) });
    const before = await ground.resources(stack.id);
    expect(
      await update(stack, { a: thing({ value: 2 }), b: thing({ value: valueOf('a') }), c: thing({ value: 7 }) }),
    ).toBe(WELL);
    expect(calls).toEqual(['update a 2', 'update b 2']);
    expect(await rowsOf(stack)).toEqual(['a UPDATE COMPLETE', 'b UPDATE COMPLETE', 'c CREATE COMPLETE']);
    expect((await ground.resources(stack.id)).map((row) => row.physical_id)).toEqual(
      before.map((row) => row.physical_id),
    );
  });

  it('leaves alone what depends on something that changed but gave the same value', async () => {
    const stack = await create({ a: thing({ value: 1, secret: 's' }), b: thing({ value: valueOf('a') }) });
    // A secret may not change in place, so there is another `a`, with the same value.
    expect(await update(stack, { a: thing({ value: 1, secret: 't' }), b: thing({ value: valueOf('a') }) })).toBe(WELL);
    expect(calls).toEqual(['create a 1', 'delete a 1']);
    expect(await rowsOf(stack)).toEqual(['a CREATE COMPLETE', 'b CREATE COMPLETE']);
  });

  it('replaces what can’t be changed, moves what depends on it over, and removes the old one last', async () => {
    const ref = { get_resource: 'a' };
    const stack = await create({ a: thing({ value: 1, name: 'x' }), b: thing({ value: ref }) });
    const [old] = await ground.resources(stack.id);
    expect(await update(stack, { a: thing({ value: 1, name: 'y' }), b: thing({ value: ref }) })).toBe(WELL);
    const [now] = await ground.resources(stack.id);
    expect(now!.physical_id).not.toBe(old!.physical_id);
    expect(calls).toEqual(['create a 1', `update b "${now!.physical_id!}"`, 'delete a 1']);
    expect(await rowsOf(stack)).toEqual(['a CREATE COMPLETE', 'b UPDATE COMPLETE']);
  });

  it('finds out late that something must be replaced, where that depends on what is not known before', async () => {
    const named = (from: number): Record<string, Json> => ({
      a: thing({ value: from }),
      b: thing({ name: { str_replace: { template: 'n', params: { n: valueOf('a') } } }, value: 5 }),
      c: thing({ value: { get_resource: 'b' } }),
    });
    const stack = await create(named(1));
    const [, old] = await ground.resources(stack.id);
    expect(await update(stack, named(2))).toBe(WELL);
    const [, now] = await ground.resources(stack.id);
    expect(now!.physical_id).not.toBe(old!.physical_id);
    expect(calls).toEqual(['update a 2', 'create b 5', `update c "${now!.physical_id!}"`, 'delete b 5']);
    expect(await rowsOf(stack)).toEqual(['a UPDATE COMPLETE', 'b CREATE COMPLETE', 'c UPDATE COMPLETE']);
    calls.length = 0;
    expect(await update(stack, named(2))).toBe(WELL);
    expect(calls).toEqual([]);
  });

  it('replaces what becomes another type', async () => {
    const stack = await create({ a: thing({ value: 1 }) });
    expect(await update(stack, { a: { type: 'OS::Heat::Value', properties: { value: 4 } } })).toBe(WELL);
    expect(calls).toEqual(['delete a 1']);
    expect(await rowsOf(stack)).toEqual(['a CREATE COMPLETE']);
  });

  it('refuses to change what may never change, and goes no further', async () => {
    const stack = await create({ a: thing({ place: 'here' }), gone: thing() });
    expect(await update(stack, { a: thing({ place: 'there' }), b: thing({}, { depends_on: 'a' }) })).toMatch(
      /^UPDATE FAILED: Resource UPDATE failed: resources\.a \(Test::Scripted\): `place` may never change/,
    );
    expect(calls).toEqual([]);
    expect(await rowsOf(stack)).toEqual(['a UPDATE FAILED', 'b INIT COMPLETE', 'gone CREATE COMPLETE']);
  });

  it('cleans up nothing after a failure, and goes on from there with the next one', async () => {
    const stack = await create({ a: thing({ value: 1 }), old: thing({ value: 9 }) });
    expect(await update(stack, { a: thing({ value: 'bad' }), b: thing({ value: 2 }) })).toBe(
      'UPDATE FAILED: Resource UPDATE failed: resources.a (Test::Scripted): no such value',
    );
    expect([...calls].sort()).toEqual(['create b 2', 'update a "bad"']);
    expect(await rowsOf(stack)).toEqual(['a UPDATE FAILED', 'b CREATE COMPLETE', 'old CREATE COMPLETE']);
    calls.length = 0;
    expect(await update(stack, { a: thing({ value: 1 }), b: thing({ value: 2 }) })).toBe(WELL);
    // Nobody knows what the failed change left behind.
    expect(calls).toEqual(['update a 1', 'delete old 9']);
  });

  it('makes a failed create again where it is wanted as it was, and another one where it is not', async () => {
    const stack = await create({ a: thing({ value: 'bad', name: 'x' }), b: thing({ value: 'bad' }) });
    const ids = async (): Promise<unknown[]> =>
      ground.database.query('SELECT id FROM resources WHERE name = $1', ['b']);
    const before = await ids();
    expect(await rowsOf(stack)).toEqual(['a CREATE FAILED', 'b CREATE FAILED']);
    expect(await update(stack, { a: thing({ value: 1, name: 'x' }), b: thing({ value: 'bad' }) })).toMatch(
      'UPDATE FAILED',
    );
    expect([...calls].sort()).toEqual(['create a 1', 'create b "bad"']);
    expect(await ids()).toEqual(before);
    calls.length = 0;
    expect(await update(stack, { a: thing({ value: 1, name: 'x' }) })).toBe(WELL);
    expect([...calls].sort()).toEqual(['delete a "bad"', 'delete b "bad"']);
    expect(await rowsOf(stack)).toEqual(['a CREATE COMPLETE']);
  });

  it('keeps outside what the template says is kept', async () => {
    const stack = await create({ a: thing({ value: 1 }, { deletion_policy: 'retain' }), b: thing({ value: 2 }) });
    expect(await update(stack, {})).toBe(WELL);
    expect(calls).toEqual(['delete b 2']);
    expect(await rowsOf(stack)).toEqual([]);
  });

  it('changes metadata without a call to a type that has nothing to change', async () => {
    const named = (metadata: JsonObject): Record<string, Json> => ({
      a: { type: 'OS::Heat::RandomString', metadata, properties: { length: 5 } },
    });
    const stack = await create(named({ is: 1 }));
    const value = async (): Promise<unknown> =>
      (await ground.database.query<[{ sealed_attributes: Buffer }]>('SELECT sealed_attributes FROM resources'))[0]
        .sealed_attributes;
    const before = await value();
    expect(await update(stack, named({ is: 2 }))).toBe(WELL);
    expect(await rowsOf(stack)).toEqual(['a UPDATE COMPLETE']);
    expect(await value()).toEqual(before);
  });

  it('leaves metadata that was set since, until the template brings other', async () => {
    const named = (is: number, value: number): Record<string, Json> => ({
      a: thing({ value }, { metadata: { is } }),
    });
    const rows = async (): Promise<string[]> => {
      const found = await ground.database.query<Record<'name' | 'sealed_metadata' | 'sealed_set_metadata', Buffer>[]>(
        'SELECT name, sealed_metadata, sealed_set_metadata FROM resources ORDER BY name',
      );
      const open = (sealed: Buffer | null): Json => (sealed === null ? null : ground.secrets.open(sealed));
      return found.map((row) => JSON.stringify([open(row.sealed_metadata), open(row.sealed_set_metadata)]));
    };
    const stack = await create(named(1, 1));
    const set = ground.secrets.seal({ set: true });
    await ground.database.query('UPDATE resources SET sealed_set_metadata = $1', [set]);
    expect(await update(stack, named(1, 2))).toBe(WELL);
    expect(await rows()).toEqual(['[{"is":1},{"set":true}]']);
    expect(await update(stack, named(2, 2))).toBe(WELL);
    expect(await rows()).toEqual(['[{"is":2},null]']);
  });

  it('gives a replacement the metadata of the template', async () => {
    const stack = await create({
      a: { type: 'OS::Heat::RandomString', metadata: { is: 1 }, properties: { length: 5 } },
    });
    await update(stack, { a: { type: 'OS::Heat::RandomString', metadata: { is: 1 }, properties: { length: 6 } } });
    const [row] = await ground.database.query<[{ sealed_metadata: Buffer }]>('SELECT sealed_metadata FROM resources');
    expect(ground.secrets.open(row.sealed_metadata)).toEqual({ is: 1 });
  });

  it('computes the outputs anew', async () => {
    const stack = await create({ a: thing({ value: 1 }) });
    const command = await ground.acceptUpdate(stack, template({ a: thing({ value: 2 }) }, { shown: valueOf('a') }));
    await engine.planner.plan(command);
    await ground.settled(stack.id);
    expect(await ground.outputs(stack.id)).toMatchObject([{ output_key: 'shown', output_value: 2 }]);
  });

  it('tells what happens to each resource, and nothing of what stays', async () => {
    const stack = await create({ a: thing({ value: 1 }), b: thing({ value: 2 }), c: thing({ value: 3 }) });
    await ground.database.query('DELETE FROM outbox');
    await update(stack, { a: thing({ value: 1 }), b: thing({ value: 3 }), d: thing({ value: 4 }) });
    expect((await ground.told()).filter(({ kind }) => kind === 'resource').map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'b UPDATE IN_PROGRESS',
        'b UPDATE COMPLETE',
        'd CREATE IN_PROGRESS',
        'd CREATE COMPLETE',
        'c DELETE IN_PROGRESS',
        'c DELETE COMPLETE',
      ]),
    );
  });
});

describe('a failed update of a stack that rolls back', () => {
  async function createRollingBack(resources: Record<string, Json>): Promise<AcceptedStack> {
    const stack = await create(resources);
    await ground.database.query('UPDATE stacks SET disable_rollback = false');
    return stack;
  }

  async function rolledBack({ id }: AcceptedStack): Promise<string> {
    const { action, status } = await until('it is rolled back', async () => {
      const stack = await ground.settled(id);
      return stack.action === 'ROLLBACK' && stack;
    });
    return `${action} ${status}`;
  }

  async function failToUpdate(stack: AcceptedStack, resources: Record<string, Json>): Promise<string> {
    await engine.planner.plan(await ground.acceptUpdate(stack, template(resources)));
    await until('a rollback has begun', async () => (await ground.stack(stack.id)).action === 'ROLLBACK');
    const text = 'SELECT operation_id FROM stacks WHERE id = $1';
    const [row] = await ground.database.query<[{ operation_id: OperationId }]>(text, [stack.id]);
    await engine.planner.plan(row);
    return rolledBack(stack);
  }

  it('takes back what was changed and made, and leaves what was to be removed', async () => {
    const resources = { a: thing({ value: 1 }), old: thing({ value: 9 }) };
    const stack = await createRollingBack(resources);
    const before = await ground.resources(stack.id);
    const fail = thing({ value: 'bad' }, { depends_on: ['a', 'b'] });
    expect(await failToUpdate(stack, { a: thing({ value: 2 }), b: thing({ value: 3 }), z: fail })).toBe(
      'ROLLBACK COMPLETE',
    );
    expect([...calls.slice(0, 3)].sort()).toEqual(['create b 3', 'create z "bad"', 'update a 2']);
    expect([...calls.slice(3)].sort()).toEqual(['delete b 3', 'delete z "bad"', 'update a 1']);
    expect(await rowsOf(stack)).toEqual(['a UPDATE COMPLETE', 'old CREATE COMPLETE']);
    expect((await ground.resources(stack.id)).map((row) => row.physical_id)).toEqual(
      before.map((row) => row.physical_id),
    );
  });

  it('goes back to the very resource that had been replaced', async () => {
    const ref = { get_resource: 'a' };
    const stack = await createRollingBack({ a: thing({ value: 1, name: 'x' }), b: thing({ value: ref }) });
    const before = await ground.resources(stack.id);
    const fail = thing({ value: 'bad' }, { depends_on: 'b' });
    const changed = { a: thing({ value: 1, name: 'y' }), b: thing({ value: ref }), z: fail };
    expect(await failToUpdate(stack, changed)).toBe('ROLLBACK COMPLETE');
    const now = await ground.resources(stack.id);
    expect(now.map((row) => row.physical_id)).toEqual(before.map((row) => row.physical_id));
    expect(calls.filter((call) => call.startsWith('create a'))).toHaveLength(1);
    expect(calls).toContain('delete a 1');
    expect(calls).toContain(`update b "${before[0]!.physical_id!}"`);
    // From here on it is as if nothing had happened.
    calls.length = 0;
    expect(await update(stack, { a: thing({ value: 1, name: 'x' }), b: thing({ value: ref }) })).toBe(WELL);
    expect(calls).toEqual([]);
  });

  it('has nothing to go back to where the stack was never whole', async () => {
    const stack = await createRollingBack({ a: thing({ value: 'bad' }) });
    expect(await update(stack, { a: thing({ value: 'bad', name: 'y' }) })).toMatch(/^UPDATE FAILED/);
  });
});

describe('an update while another operation runs', () => {
  /** A thing whose create waits until it is let go. */
  function slow(): {
    resource: (value: Json, more?: JsonObject) => JsonObject;
    begun: Promise<void>;
    letGo: () => void;
  } {
    let letGo = (): void => undefined;
    let begin = (): void => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const held = scripted({
      create: async (step) => {
        note('create', step);
        begin();
        await gate;
        return doneWith(step, `outside-${step.resourceId}`);
      },
      delete: (step) => {
        note('delete', step);
        return { outcome: 'done', physicalId: null, attributes: {} };
      },
      update: (step) => {
        note('update', step);
        return doneWith(step, step.physicalId);
      },
    });
    const resource = (value: Json, more: JsonObject = {}): JsonObject => ({
      type: held.type,
      properties: { ...held.properties, value },
      ...more,
    });
    return { resource, begun, letGo };
  }

  it('lets a step end, and then decides what becomes of what it made', async () => {
    const { resource, begun, letGo } = slow();
    const stack = await ground.accept(template({ a: resource(1), b: resource(1, { depends_on: 'a' }) }));
    await engine.planner.plan(stack.command);
    await begun;
    await engine.planner.plan(await ground.acceptUpdate(stack, template({ a: resource(2) })));
    letGo();
    expect(await ground.settled(stack.id)).toMatchObject({ action: 'UPDATE', status: 'COMPLETE' });
    expect(calls).toEqual(['create a 1', 'update a 2']);
    expect(await rowsOf(stack)).toEqual(['a UPDATE COMPLETE']);
  });

  it('removes what is not wanted any more once its step has ended', async () => {
    const { resource, begun, letGo } = slow();
    const stack = await ground.accept(template({ a: resource(1) }));
    await engine.planner.plan(stack.command);
    await begun;
    await engine.planner.plan(await ground.acceptUpdate(stack, template({ b: thing({ value: 2 }) })));
    await until('b is made', () => calls.includes('create b 2'));
    expect(calls).not.toContain('delete a 1');
    letGo();
    expect(await ground.settled(stack.id)).toMatchObject({ action: 'UPDATE', status: 'COMPLETE' });
    expect(calls).toEqual(['create a 1', 'create b 2', 'delete a 1']);
  });

  it('ends as the newest of several says, and a delete after them leaves nothing', async () => {
    const { resource, begun, letGo } = slow();
    const stack = await ground.accept(template({ a: resource(1) }));
    await engine.planner.plan(stack.command);
    await begun;
    for (const value of [2, 3, 4])
      await engine.planner.plan(await ground.acceptUpdate(stack, template({ a: resource(value) })));
    letGo();
    await ground.settled(stack.id);
    expect(calls).toEqual(['create a 1', 'update a 4']);
    await engine.planner.plan(await ground.acceptDelete(stack));
    expect(await ground.settled(stack.id)).toMatchObject({ action: 'DELETE', isGone: true });
    expect(calls.at(-1)).toBe('delete a 4');
    expect(await rowsOf(stack)).toEqual([]);
  });
});
