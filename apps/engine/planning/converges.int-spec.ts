import type { CloudEvent, Json, JsonObject } from '#contracts';
import { ResourceFailure } from '#resources';
import { Engines } from '../../../test/support/engines';
import type { AcceptedStack, TestEngine } from '../../../test/support/engines';
import { Outside } from '../../../test/support/outside';
import { until } from '../../../test/support/until';

jest.setTimeout(60_000);

let ground: Engines;
let engine: TestEngine;
let outside: Outside;

beforeEach(async () => {
  outside = new Outside();
  ground = await Engines.start();
  engine = await ground.startEngine();
});

afterEach(async () => {
  await ground.stop();
});

const valueOf = (name: string): Json => ({ get_attr: [name, 'value'] });
const template = (resources: Record<string, Json>, outputs: Record<string, Json> = {}): JsonObject => ({
  heat_template_version: '2021-04-16',
  resources,
  outputs: Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, { value }])),
});

async function create(resources: Record<string, Json>, outputs: Record<string, Json> = {}): Promise<AcceptedStack> {
  const stack = await ground.accept(template(resources, outputs));
  await engine.planner.plan(stack.command);
  await ground.settled(stack.id);
  await forget();
  return stack;
}

async function forget(): Promise<void> {
  outside.calls.length = 0;
  await ground.database.query('DELETE FROM outbox');
}

async function ended({ id }: AcceptedStack): Promise<string> {
  const { action, status, status_reason: reason } = await ground.settled(id);
  return `${action} ${status}: ${reason}`;
}

async function act(stack: AcceptedStack, action: 'CHECK' | 'CONVERGE'): Promise<string> {
  await forget();
  await engine.planner.plan(await ground.acceptAction(stack, action));
  return ended(stack);
}

async function update(stack: AcceptedStack, resources: Record<string, Json>): Promise<string> {
  await forget();
  await engine.planner.plan(await ground.acceptUpdate(stack, template(resources)));
  return ended(stack);
}

/** Each row as `name ACTION STATUS`. */
async function rowsOf({ id }: AcceptedStack): Promise<string[]> {
  return (await ground.resources(id)).map(({ name, action, status }) => `${name} ${action} ${status}`);
}

async function idOf({ id }: AcceptedStack, name: string): Promise<string | null> {
  return (await ground.resources(id)).find((row) => row.name === name)!.physical_id;
}

/** The things that there are, by the name of the resource that they are of; one that is of none makes it fail. */
async function livingOf({ id }: AcceptedStack): Promise<Record<string, unknown>> {
  const rows = await ground.resources(id);
  const made = rows.filter(({ physical_id: physicalId }) => physicalId !== null);
  expect([...outside.things.keys()].map((key) => `outside-${key}`).sort()).toEqual(
    made.map(({ physical_id: physicalId }) => physicalId).sort(),
  );
  return Object.fromEntries(made.map((row) => [row.name, outside.of(row.physical_id).value]));
}

async function nodeStates(): Promise<string[]> {
  return (await ground.database.query<{ state: string }[]>('SELECT state FROM nodes')).map(({ state }) => state);
}

async function drifts(): Promise<(string | undefined)[]> {
  const rows = await ground.database.query<{ body: string }[]>('SELECT body FROM outbox ORDER BY id');
  const events = rows.map(({ body }) => JSON.parse(body) as CloudEvent);
  return events.filter(({ type }) => type === 'kiln.drift.check.failed').map(({ data }) => data.resource_name);
}

const WELL = 'CONVERGE COMPLETE: Stack CONVERGE completed successfully';
const UPDATED = 'UPDATE COMPLETE: Stack UPDATE completed successfully';

describe('a converge', () => {
  it('only looks where all is as the template says', async () => {
    const stack = await create({
      a: outside.thing({ value: 1 }),
      b: outside.thing({ value: valueOf('a') }),
      c: outside.unseenThing({ value: valueOf('b') }),
    });
    expect(await act(stack, 'CONVERGE')).toBe(WELL);
    expect(outside.calls).toEqual(['check a 1', 'check b 1']);
    expect(await rowsOf(stack)).toEqual(['a CREATE COMPLETE', 'b CREATE COMPLETE', 'c CREATE COMPLETE']);
    expect(await drifts()).toEqual([]);
  });

  it('changes in place what differs and may be, from what it is', async () => {
    const stack = await create({ a: outside.thing({ value: 1 }), b: outside.thing({ value: 7 }) });
    const id = await idOf(stack, 'a');
    outside.of(id).value = 2;
    expect(await act(stack, 'CONVERGE')).toBe(WELL);
    expect(outside.calls.filter((call) => !call.startsWith('check'))).toEqual(['update from 2 a 1']);
    expect(await rowsOf(stack)).toEqual(['a UPDATE COMPLETE', 'b CREATE COMPLETE']);
    expect(await idOf(stack, 'a')).toBe(id);
    expect(await livingOf(stack)).toEqual({ a: 1, b: 7 });
    expect(await drifts()).toEqual(['a']);
    expect(await act(stack, 'CONVERGE')).toBe(WELL);
    expect(outside.calls.filter((call) => !call.startsWith('check'))).toEqual([]);
  });

  it('replaces what differs and may not change, and moves what depends on it over', async () => {
    const ref = { get_resource: 'a' };
    const stack = await create({ a: outside.thing({ value: 1, name: 'x' }), b: outside.thing({ value: ref }) });
    const old = await idOf(stack, 'a');
    outside.of(old).name = 'y';
    expect(await act(stack, 'CONVERGE')).toBe(WELL);
    const now = await idOf(stack, 'a');
    expect(now).not.toBe(old);
    expect(outside.calls.filter((call) => !call.startsWith('check'))).toEqual([
      'create a 1',
      `update from "${old!}" b "${now!}"`,
      'delete a 1',
    ]);
    expect(await livingOf(stack)).toEqual({ a: 1, b: now });
  });

  it('makes another one where what may never change did, which no template asked for', async () => {
    const stack = await create({ a: outside.thing({ value: 1, place: 'here' }) });
    const old = await idOf(stack, 'a');
    outside.of(old).place = 'there';
    expect(await act(stack, 'CONVERGE')).toBe(WELL);
    expect(await idOf(stack, 'a')).not.toBe(old);
    expect(await livingOf(stack)).toEqual({ a: 1 });
  });

  it('goes on with a look that was parked, and begins what it leads to from the beginning', async () => {
    const stack = await create({ a: outside.thing({ value: 1 }) });
    outside.of(await idOf(stack, 'a')).value = 2;
    const states: Json[] = [];
    outside.beforeLook = ({ state }) => {
      states.push(state);
      return states.length === 1 ? { outcome: 'again', afterMs: 1_000, state: 'looking' } : undefined;
    };
    // Who takes over from here on begins without it too.
    let stored: unknown;
    outside.beforeUpdate = async () => {
      stored = await ground.database.query("SELECT sealed_step_state FROM nodes WHERE task = 'update'");
    };
    await forget();
    await engine.planner.plan(await ground.acceptAction(stack, 'CONVERGE'));
    await until('the look is parked', async () => (await nodeStates()).includes('parked'));
    expect(await rowsOf(stack)).toEqual(['a CREATE COMPLETE']);
    await ground.database.query(`UPDATE timers SET due_at = now() WHERE kind = 'node-wake'`);
    await engine.sweeper.sweep();
    expect(await ended(stack)).toBe(WELL);
    expect(states).toEqual([null, 'looking']);
    expect(stored).toEqual([{ sealed_step_state: null }]);
    expect(outside.calls).toEqual(['check a 1', 'check a 1', 'update from 2 a 1']);
  });

  it('that is over before a look is, has done nothing but look', async () => {
    const stack = await create({ a: outside.thing({ value: 1 }) });
    outside.beforeLook = () => ({ outcome: 'again', afterMs: 60_000, state: 'looking' });
    await forget();
    await engine.planner.plan(await ground.acceptAction(stack, 'CONVERGE'));
    await until('the look is parked', async () => (await nodeStates()).includes('parked'));
    await ground.database.query(`UPDATE timers SET due_at = now() WHERE kind = 'operation-deadline'`);
    await engine.sweeper.sweep();
    expect(await ended(stack)).toMatch(/^CONVERGE FAILED: Stack CONVERGE timed out/);
    expect(await rowsOf(stack)).toEqual(['a CHECK FAILED']);
  });

  it.each(['gone', 'broken'] as const)('makes another one of what is %s', async (how) => {
    const stack = await create({
      a: outside.thing({ value: 1 }),
      b: outside.unseenThing({ value: { get_resource: 'a' } }),
    });
    const old = await idOf(stack, 'a');
    if (how === 'gone') outside.remove(old);
    else outside.beforeLook = () => ({ outcome: 'broken', reason: 'no disk' });
    expect(await act(stack, 'CONVERGE')).toBe(WELL);
    const now = await idOf(stack, 'a');
    expect(now).not.toBe(old);
    expect(await livingOf(stack)).toEqual({ a: 1, b: now });
    expect(await rowsOf(stack)).toEqual(['a CREATE COMPLETE', 'b UPDATE COMPLETE']);
    expect(await drifts()).toEqual(['a']);
  });

  it('takes over what a thing tells of itself, for what depends on it and for the outputs', async () => {
    const stack = await create(
      { a: outside.thing({ value: 1 }), b: outside.unseenThing({ value: valueOf('a') }) },
      { shown: valueOf('a') },
    );
    outside.beforeLook = () => ({ outcome: 'found', properties: {}, attributes: { value: 'moved' } });
    expect(await act(stack, 'CONVERGE')).toBe(WELL);
    expect(outside.calls).toEqual(['check a 1', 'update from 1 b "moved"']);
    expect(await rowsOf(stack)).toEqual(['a CHECK COMPLETE', 'b UPDATE COMPLETE']);
    expect(await ground.outputs(stack.id)).toMatchObject([{ output_value: 'moved' }]);
  });

  it('replaces nothing because nobody could look', async () => {
    const stack = await create({ a: outside.thing({ value: 1 }), b: outside.thing({ value: valueOf('a') }) });
    outside.beforeLook = () => {
      throw new ResourceFailure('the outside is closed');
    };
    expect(await act(stack, 'CONVERGE')).toMatch(/^CONVERGE FAILED: Resource CHECK failed: .*: the outside is closed$/);
    expect(outside.calls).toEqual(['check a 1']);
    expect(await rowsOf(stack)).toEqual(['a CHECK FAILED', 'b CREATE COMPLETE']);
    outside.beforeLook = () => undefined;
    expect(await act(stack, 'CONVERGE')).toBe(WELL);
    expect(await rowsOf(stack)).toEqual(['a CHECK COMPLETE', 'b CREATE COMPLETE']);
  });

  it('knows what a thing is also after it could not be repaired', async () => {
    const stack = await create({ a: outside.thing({ value: 'bad-but-made' }) });
    outside.of(await idOf(stack, 'a')).value = 2;
    const thing = outside.of(await idOf(stack, 'a'));
    Object.defineProperty(thing, 'value', { get: () => 2, set: () => fail('it is stuck'), configurable: true });
    expect(await act(stack, 'CONVERGE')).toMatch(/it is stuck$/);
    expect(await rowsOf(stack)).toEqual(['a UPDATE FAILED']);
    Object.defineProperty(thing, 'value', { value: 2, writable: true });
    expect(await act(stack, 'CONVERGE')).toBe(WELL);
    expect(outside.calls).toContain('update from 2 a "bad-but-made"');
  });

  it('never goes back to what it replaced because of what was seen', async () => {
    const stack = await create({ a: outside.thing({ value: 1 }), z: outside.thing({ value: 2 }, { depends_on: 'a' }) });
    outside.remove(await idOf(stack, 'a'));
    outside.beforeLook = ({ resourceName }) => {
      if (resourceName === 'z') throw new ResourceFailure('the outside is closed');
      return undefined;
    };
    expect(await act(stack, 'CONVERGE')).toMatch('CONVERGE FAILED');
    expect(await rowsOf(stack)).toEqual(expect.arrayContaining(['a CHECK FAILED', 'a CREATE COMPLETE']));
    outside.beforeLook = () => undefined;
    expect(await act(stack, 'CONVERGE')).toBe(WELL);
    expect(await livingOf(stack)).toEqual({ a: 1, z: 2 });
  });

  it('replaces what is marked as unhealthy, however well it is, and so does an update', async () => {
    const resources = { a: outside.thing({ value: 1 }), b: outside.unseenThing({ value: 2 }) };
    const stack = await create(resources);
    for (const act_ of [() => act(stack, 'CONVERGE'), () => update(stack, resources)]) {
      const before = [await idOf(stack, 'a'), await idOf(stack, 'b')];
      await ground.mark(stack, 'a', 'it smells');
      await ground.mark(stack, 'b', 'it smells');
      expect(await act_()).toMatch('COMPLETE');
      expect([...outside.calls].sort()).toEqual(['create a 1', 'create b 2', 'delete a 1', 'delete b 2']);
      expect(before).not.toContain(await idOf(stack, 'a'));
      expect(await livingOf(stack)).toEqual({ a: 1, b: 2 });
      expect(await rowsOf(stack)).toEqual(['a CREATE COMPLETE', 'b CREATE COMPLETE']);
    }
  });

  it('makes the stack whole where an update failed, and that is what it goes back to', async () => {
    const stack = await create({ a: outside.thing({ value: 1 }) });
    const wanted = { a: outside.thing({ value: 1 }), b: outside.thing({ value: 'bad' }) };
    expect(await update(stack, wanted)).toMatch('UPDATE FAILED');
    const made = [...outside.things.values()].find(({ value }) => value === 'bad')!;
    expect(made).toBeDefined();
    expect(await act(stack, 'CONVERGE')).toBe(WELL);
    expect(outside.calls.filter((call) => !call.startsWith('check'))).toEqual([]);
    const [row] = await ground.database.query<[{ same: boolean }]>(
      'SELECT definition_id = good_definition_id AS same FROM stacks',
    );
    expect(row.same).toBe(true);
  });
});

describe('an update that meets a failed resource', () => {
  it('keeps what a failed create made after all, as it is or changed in place', async () => {
    const stack = await create({ a: outside.thing({ value: 'bad', name: 'x' }), b: outside.thing({ value: 'bad' }) });
    expect(await rowsOf(stack)).toEqual(['a CREATE FAILED', 'b CREATE FAILED']);
    const keys = [...outside.things.keys()].sort();
    expect(await update(stack, { a: outside.thing({ value: 1, name: 'x' }), b: outside.thing({ value: 'bad' }) })).toBe(
      UPDATED,
    );
    expect(outside.calls.filter((call) => !call.startsWith('check'))).toEqual(['update from "bad" a 1']);
    expect([...outside.things.keys()].sort()).toEqual(keys);
    expect(await livingOf(stack)).toEqual({ a: 1, b: 'bad' });
    expect(await rowsOf(stack)).toEqual(['a UPDATE COMPLETE', 'b CREATE COMPLETE']);
  });

  it('makes it again where nothing is there, and another one where it is broken', async () => {
    const stack = await create({ a: outside.thing({ value: 'bad' }), b: outside.thing({ value: 'bad' }) });
    const rows = async (): Promise<string[]> =>
      (await ground.database.query<{ id: string }[]>('SELECT id FROM resources ORDER BY name')).map(({ id }) => id);
    const [a, b] = await rows();
    outside.things.delete(a!);
    outside.beforeLook = ({ resourceName }) =>
      resourceName === 'b' ? { outcome: 'broken', reason: 'no disk' } : undefined;
    await update(stack, { a: outside.thing({ value: 'bad' }), b: outside.thing({ value: 'bad' }) });
    expect(outside.calls.filter((call) => call.startsWith('create')).sort()).toEqual([
      'create a "bad"',
      'create b "bad"',
    ]);
    const after = await rows();
    expect(after).toContain(a);
    expect(after).toHaveLength(3);
    expect(after).toContain(b);
  });

  it('makes again what a failed create made, where the look does not tell what only a create tells', async () => {
    const stack = await create({ a: outside.thing({ value: 'bad' }) });
    const keys = [...outside.things.keys()];
    outside.beforeLook = () => ({ outcome: 'found', properties: { value: 'bad' } });
    expect(await update(stack, { a: outside.thing({ value: 'bad' }) })).toMatch('UPDATE FAILED');
    expect(outside.calls).toEqual(['check a "bad"', 'create a "bad"']);
    expect([...outside.things.keys()]).toEqual(keys);
  });

  it('decides as if nobody had looked where nothing can be told of it', async () => {
    const stack = await create({ a: outside.thing({ value: 1 }) });
    await update(stack, { a: outside.thing({ value: 'bad' }) });
    outside.beforeLook = () => {
      throw new ResourceFailure('the outside is closed');
    };
    expect(await update(stack, { a: outside.thing({ value: 2 }) })).toBe(UPDATED);
    expect(outside.calls).toEqual(['check a 1', 'update from 1 a 2']);
  });

  it('changes again what a failed change may have left half-way where it can’t be seen', async () => {
    const stack = await create({ a: outside.thing({ value: 1 }) });
    await update(stack, { a: outside.thing({ value: 'bad' }) });
    outside.beforeLook = () => ({ outcome: 'found', properties: { name: null } });
    expect(await update(stack, { a: outside.thing({ value: 1 }) })).toBe(UPDATED);
    expect(outside.calls).toEqual(['check a 1', 'update from 1 a 1']);
    await update(stack, { a: outside.thing({ value: 'bad' }) });
    outside.beforeLook = () => undefined;
    expect(await update(stack, { a: outside.thing({ value: 1 }) })).toBe(UPDATED);
    expect(outside.calls).toEqual(['check a 1']);
    expect(await rowsOf(stack)).toEqual(['a UPDATE COMPLETE']);
  });

  it('replaces what a check found gone, and keeps what is well again', async () => {
    const resources = { a: outside.thing({ value: 1 }), b: outside.thing({ value: 2 }) };
    const stack = await create(resources);
    const [a, b] = [await idOf(stack, 'a'), await idOf(stack, 'b')];
    outside.remove(a);
    outside.of(b).value = 3;
    expect(await act(stack, 'CHECK')).toMatch('CHECK FAILED');
    outside.of(b).value = 2;
    expect(await update(stack, resources)).toBe(UPDATED);
    expect(outside.calls.filter((call) => !call.startsWith('check'))).toEqual(['create a 1', 'delete a 1']);
    expect(await idOf(stack, 'b')).toBe(b);
    expect(await rowsOf(stack)).toEqual(['a CREATE COMPLETE', 'b CHECK COMPLETE']);
    expect(await livingOf(stack)).toEqual({ a: 1, b: 2 });
  });
});

function fail(reason: string): never {
  throw new ResourceFailure(reason);
}
