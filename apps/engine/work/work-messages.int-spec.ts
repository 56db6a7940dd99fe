import type { NodeId } from '#contracts';
import { GONE } from '#resources';
import { Engines } from '../../../test/support/engines';
import type { AcceptedStack, TestEngine } from '../../../test/support/engines';
import { scripted } from '../../../test/support/scripted-type';
import { until } from '../../../test/support/until';
import { WorkController } from './work.controller';

jest.setTimeout(60_000);

let ground: Engines;
/** Two that work, and one that is about to end: what that one plans, it leaves to the others. */
let engines: TestEngine[];
let planner: TestEngine;
/** What was asked of the outside world. */
let calls: string[];
let letThrough: () => void = () => undefined;
let gate: Promise<void>;

beforeEach(async () => {
  ground = await Engines.start();
  [planner, ...engines] = await Promise.all([ground.startEngine(), ground.startEngine(), ground.startEngine()]);
  await planner.worker.drain();
  calls = [];
  gate = Promise.resolve();
});

afterEach(async () => {
  letThrough();
  await ground.stop();
});

/** From now on every create waits until it is let through. */
function closeGate(): void {
  gate = new Promise((resolve) => (letThrough = resolve));
}

/** Plans a stack of some resources of which the second needs the first, and answers their nodes, all of them. */
async function plan(...names: string[]): Promise<{ stack: AcceptedStack; nodes: NodeId[] }> {
  const resources = names.map((name, index) => [
    name,
    {
      ...scripted({
        create: async () => {
          calls.push(`create ${name}`);
          await gate;
          return { outcome: 'done', physicalId: name, attributes: {} };
        },
        delete: () => {
          calls.push(`delete ${name}`);
          return GONE;
        },
      }),
      ...(index === 1 ? { depends_on: names[0] } : {}),
    },
  ]);
  const stack = await ground.accept({
    heat_template_version: '2021-04-16',
    resources: Object.fromEntries(resources) as Record<string, ReturnType<typeof scripted>>,
  });
  await planner.planner.plan(stack.command);
  const rows = await ground.database.query<{ id: NodeId }[]>('SELECT id FROM nodes ORDER BY id');
  return { stack, nodes: rows.map(({ id }) => id) };
}

/** A message as it comes off the queue of one of the engines. */
function take(ids: readonly NodeId[], engine = 0): Promise<void> {
  return new WorkController(engines[engine]!.worker).take({ node_ids: ids }, { fields: { redelivered: false } });
}

/** The message changes nothing, whichever engine takes it. */
async function expectNoEffect(ids: readonly NodeId[]): Promise<void> {
  const before = await ground.everything();
  await Promise.all([take(ids, 0), take(ids, 1)]);
  expect(await ground.everything()).toEqual(before);
}

async function expectMade({ id }: AcceptedStack, ...names: string[]): Promise<void> {
  expect(await ground.settled(id)).toMatchObject({ action: 'CREATE', status: 'COMPLETE' });
  expect((await ground.resources(id)).map(({ name, status }) => `${name} ${status}`)).toEqual(
    names.map((name) => `${name} COMPLETE`),
  );
  expect([...calls].sort()).toEqual(names.map((name) => `create ${name}`));
}

async function called(...expected: string[]): Promise<void> {
  await until('the calls have begun', () => calls.length >= expected.length);
  expect([...calls].sort()).toEqual(expected);
}

describe('a work message', () => {
  it('that comes twice at a time, to one engine or to two, is worked on once', async () => {
    const { stack, nodes } = await plan('a');
    await Promise.all([take(nodes, 0), take(nodes, 1), take(nodes, 0), take(nodes, 1)]);
    await expectMade(stack, 'a');
  });

  it('that comes twice for what touches nothing outside, is counted and told once, and late not at all', async () => {
    const none = { type: 'OS::Heat::None' };
    const resources = { a: none, b: { ...none, depends_on: 'a' } };
    const stack = await ground.accept({ heat_template_version: '2021-04-16', resources });
    await planner.planner.plan(stack.command);
    const nodes = (await ground.database.query<{ id: NodeId }[]>('SELECT id FROM nodes')).map(({ id }) => id);
    await Promise.all([take(nodes, 0), take(nodes, 1), take(nodes, 0), take(nodes, 1)]);
    expect(await ground.settled(stack.id)).toMatchObject({ action: 'CREATE', status: 'COMPLETE' });
    expect(await ground.database.query<object[]>('SELECT total, done, failed, running FROM operations')).toEqual([
      { total: 2, done: 2, failed: 0, running: 0 },
    ]);
    const told = await ground.database.query<{ body: string }[]>('SELECT body FROM outbox ORDER BY id');
    const names = told.map(({ body }) => (JSON.parse(body) as { data: { resource_name?: string } }).data.resource_name);
    expect(names.filter((name) => name !== undefined)).toEqual(['a', 'b']);
    await expectNoEffect(nodes);
  });

  it('that names a node more than once, is worked on once', async () => {
    const { stack, nodes } = await plan('a');
    await take([...nodes, ...nodes]);
    await expectMade(stack, 'a');
  });

  it('that comes again while its nodes are worked on, changes nothing', async () => {
    closeGate();
    const { stack, nodes } = await plan('a');
    await take(nodes);
    await called('create a');
    await expectNoEffect(nodes);
    letThrough();
    await expectMade(stack, 'a');
  });

  it('that comes late, when its nodes are done, changes nothing', async () => {
    const { stack, nodes } = await plan('a');
    await take(nodes);
    await expectMade(stack, 'a');
    await expectNoEffect(nodes);
  });

  it('that comes too early for a node is nothing to that one, and no harm to the others', async () => {
    const { stack, nodes } = await plan('a', 'b', 'c');
    const [a, b, c] = nodes;
    await expectNoEffect([b!]);
    closeGate();
    await take([b!, c!]);
    await called('create c');
    await take([a!, b!], 1);
    await called('create a', 'create c');
    letThrough();
    await expectMade(stack, 'a', 'b', 'c');
  });

  it('of a create that is to be deleted instead, changes nothing', async () => {
    const { stack, nodes } = await plan('a');
    const command = await ground.acceptDelete(stack);
    await expectNoEffect(nodes);
    await engines[0]!.planner.plan(command);
    expect(await ground.settled(stack.id)).toMatchObject({ action: 'DELETE', isGone: true });
    await expectNoEffect(nodes);
    expect(calls).toEqual([]);
  });

  it('of nodes that nobody has heard of, changes nothing', async () => {
    const { nodes } = await plan('a');
    await expectNoEffect(nodes.map((id) => (id + 1_000) as NodeId));
  });

  it('is done with, for the queue, when its nodes are claimed', async () => {
    closeGate();
    const { stack, nodes } = await plan('a');
    await take(nodes);
    const held = await ground.database.query<object[]>('SELECT state, worker_id FROM nodes');
    expect(held).toEqual([{ state: 'running', worker_id: engines[0]!.heartbeat.workerId }]);
    expect(await ground.stack(stack.id)).toMatchObject({ status: 'IN_PROGRESS' });
  });
});
