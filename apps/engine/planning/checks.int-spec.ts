import type { CloudEvent, Json, JsonObject } from '#contracts';
import { ResourceFailure } from '#resources';
import { Engines } from '../../../test/support/engines';
import type { AcceptedStack, TestEngine } from '../../../test/support/engines';
import { Outside } from '../../../test/support/outside';

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
const template = (resources: Record<string, Json>, more: JsonObject = {}): JsonObject => ({
  heat_template_version: '2021-04-16',
  resources,
  ...more,
});

async function create(definition: JsonObject, parameters: JsonObject = {}): Promise<AcceptedStack> {
  const stack = await ground.accept(definition, parameters);
  await engine.planner.plan(stack.command);
  await ground.settled(stack.id);
  outside.calls.length = 0;
  await ground.database.query('DELETE FROM outbox');
  return stack;
}

async function check(stack: AcceptedStack): Promise<string> {
  outside.calls.length = 0;
  await engine.planner.plan(await ground.acceptAction(stack, 'CHECK'));
  const { action, status, status_reason: reason } = await ground.settled(stack.id);
  return `${action} ${status}: ${reason}`;
}

/** Each row as `name ACTION STATUS: reason`. */
async function rowsOf({ id }: AcceptedStack): Promise<string[]> {
  return (await ground.resources(id)).map((row) =>
    [`${row.name} ${row.action} ${row.status}`, row.status_reason].filter((part) => part !== '').join(': '),
  );
}

async function idOf({ id }: AcceptedStack, name: string): Promise<string | null> {
  return (await ground.resources(id)).find((row) => row.name === name)!.physical_id;
}

async function events(): Promise<CloudEvent[]> {
  const rows = await ground.database.query<{ body: string }[]>('SELECT body FROM outbox ORDER BY id');
  return rows.map(({ body }) => JSON.parse(body) as CloudEvent);
}

async function drifts(): Promise<CloudEvent['data'][]> {
  return (await events()).filter(({ type }) => type === 'kiln.drift.check.failed').map(({ data }) => data);
}

const WELL = 'CHECK COMPLETE: Stack CHECK completed successfully';

describe('a check', () => {
  it('finds well what is as it was made, and what nobody can look at', async () => {
    const stack = await create(
      template({
        a: outside.thing({ value: 1 }),
        b: outside.unseenThing({ value: valueOf('a') }),
        c: { type: 'OS::Heat::RandomString' },
      }),
    );
    expect(await check(stack)).toBe(WELL);
    expect(outside.calls).toEqual(['check a 1']);
    expect(await rowsOf(stack)).toEqual(['a CHECK COMPLETE', 'b CHECK COMPLETE', 'c CHECK COMPLETE']);
    expect(await drifts()).toEqual([]);
  });

  it('says per property what differs, what is gone and what is broken, of each resource', async () => {
    const resources = Object.fromEntries(
      ['differs', 'gone', 'broken', 'well'].map((name) => [name, outside.thing({ value: 1, name: 'x' })]),
    );
    const stack = await create(template(resources));
    Object.assign(outside.of(await idOf(stack, 'differs')), { value: 2, name: 'y' });
    outside.remove(await idOf(stack, 'gone'));
    outside.beforeLook = ({ resourceName }) =>
      resourceName === 'broken' ? { outcome: 'broken', reason: 'no disk' } : undefined;
    expect(await check(stack)).toMatch(
      /^CHECK FAILED: Resource CHECK failed: resources\.\w+ \(Test::Checked\): it is /,
    );
    const differs = 'it is not as it was made: `value` is 2, and should be 1; `name` is "y", and should be "x"';
    expect(await rowsOf(stack)).toEqual([
      'broken CHECK FAILED: it is broken: no disk',
      `differs CHECK FAILED: ${differs}`,
      'gone CHECK FAILED: it is gone',
      'well CHECK COMPLETE',
    ]);
    const told = (await drifts()).map(({ resource_name: name, status_reason, drift }) => [name, status_reason, drift]);
    expect(told.sort()).toEqual([
      ['broken', 'it is broken: no disk', []],
      [
        'differs',
        differs,
        [
          { property: 'value', expected: '1', found: '2' },
          { property: 'name', expected: '"x"', found: '"y"' },
        ],
      ],
      ['gone', 'it is gone', []],
    ]);
    expect(outside.calls.filter((call) => !call.startsWith('check'))).toEqual([]);
  });

  it('shows nothing of what is hidden', async () => {
    const derived = { digest: ['sha256', { get_param: 'key' }] };
    const definition = template(
      { a: outside.thing({ value: { get_param: 'key' }, name: derived }) },
      { parameters: { key: { type: 'string', hidden: true } } },
    );
    const stack = await create(definition, { key: 'planted-secret' });
    Object.assign(outside.of(await idOf(stack, 'a')), { value: 'older-secret', name: 'older-derived' });
    await check(stack);
    expect(await rowsOf(stack)).toEqual([
      'a CHECK FAILED: it is not as it was made: `value` is ******, and should be ******; `name` is ******, and should be ******',
    ]);
    const masked = { expected: '******', found: '******' };
    expect((await drifts()).map(({ drift }) => drift)).toEqual([
      [
        { property: 'value', ...masked },
        { property: 'name', ...masked },
      ],
    ]);
    expect(JSON.stringify(await events())).not.toMatch(/planted-secret|older-/);
  });

  it('looks again where it is told to, and goes on from what was stored', async () => {
    const stack = await create(template({ a: outside.thing({ value: 1 }) }));
    const states: Json[] = [];
    outside.beforeLook = ({ state }) => {
      states.push(state);
      return states.length < 3 ? { outcome: 'again', afterMs: 1, state: { looks: states.length } } : undefined;
    };
    expect(await check(stack)).toBe(WELL);
    expect(states).toEqual([null, { looks: 1 }, { looks: 2 }]);
  });

  it('fails with the words of who could not look, and takes nothing for gone', async () => {
    const stack = await create(template({ a: outside.thing({ value: 1 }) }));
    outside.beforeLook = () => {
      throw new ResourceFailure('the outside is closed');
    };
    expect(await check(stack)).toMatch(/: the outside is closed$/);
    expect(await rowsOf(stack)).toEqual(['a CHECK FAILED: the outside is closed']);
    expect(await drifts()).toEqual([]);
    outside.beforeLook = () => undefined;
    expect(await check(stack)).toBe(WELL);
    expect(await rowsOf(stack)).toEqual(['a CHECK COMPLETE']);
  });

  it('leaves alone what was never made whole, and fails for it', async () => {
    const stack = await create(
      template({ a: outside.thing({ value: 'bad' }), b: outside.thing({ value: 2 }, { depends_on: 'a' }) }),
    );
    expect(await check(stack)).toMatch(
      /resources\.(a \(Test::Checked\): it is CREATE FAILED: no such value|b \(Test::Checked\): it has not been made)$/,
    );
    expect(outside.calls).toEqual([]);
    expect(await rowsOf(stack)).toEqual(['a CREATE FAILED: no such value', 'b INIT COMPLETE']);
  });

  it('leaves what is marked as unhealthy marked, whatever it is', async () => {
    const stack = await create(template({ a: outside.thing({ value: 1 }) }));
    await ground.mark(stack, 'a', 'it smells');
    expect(await check(stack)).toMatch(/resources\.a \(Test::Checked\): it is CHECK FAILED: it smells$/);
    expect(await rowsOf(stack)).toEqual(['a CHECK FAILED: it smells']);
  });

  it('changes neither the outputs nor what the stack goes back to', async () => {
    const outputs = { shown: { value: valueOf('a') } };
    const stack = await create(template({ a: outside.thing({ value: 1 }) }, { outputs }));
    const kept = async (): Promise<unknown> =>
      ground.database.query('SELECT good_definition_id, sealed_outputs FROM stacks');
    const set = 'UPDATE stacks SET good_definition_id = gen_random_uuid(), sealed_outputs = $1';
    await ground.database.query(set, [ground.secrets.seal('as they were')]);
    const before = await kept();
    expect(await check(stack)).toBe(WELL);
    expect(await kept()).toEqual(before);
    outside.of(await idOf(stack, 'a')).value = 2;
    expect(await check(stack)).toMatch('CHECK FAILED');
    expect(await kept()).toEqual(before);
  });
});
