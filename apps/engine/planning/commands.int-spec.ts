import { randomUUID } from 'node:crypto';
import type { CommandMessage } from '#contracts';
import { GONE } from '#resources';
import { Engines } from '../../../test/support/engines';
import type { AcceptedStack, TestEngine } from '../../../test/support/engines';
import { scripted } from '../../../test/support/scripted-type';
import { until } from '../../../test/support/until';
import { CommandController } from './command.controller';

jest.setTimeout(60_000);

let ground: Engines;
let engines: TestEngine[];
/** What was asked of the outside world. */
let calls: string[];

beforeEach(async () => {
  ground = await Engines.start();
  engines = await Promise.all([ground.startEngine(), ground.startEngine()]);
  calls = [];
});

afterEach(async () => {
  await ground.stop();
});

function accept(): Promise<AcceptedStack> {
  const named = (name: string): ReturnType<typeof scripted> =>
    scripted({
      create: () => {
        calls.push(`create ${name}`);
        return { outcome: 'done', physicalId: name, attributes: {} };
      },
      delete: () => {
        calls.push(`delete ${name}`);
        return GONE;
      },
    });
  const resources = { a: named('a'), b: { ...named('b'), depends_on: 'a' } };
  return ground.accept({ heat_template_version: '2021-04-16', resources });
}

/** A command as it comes off the queue of one of the engines. */
function take(command: CommandMessage, engine = 0): Promise<void> {
  return new CommandController(engines[engine]!.planner).take(JSON.parse(JSON.stringify(command)));
}

/** The create is done, once. */
async function expectMade({ id }: AcceptedStack): Promise<void> {
  expect(await ground.settled(id)).toMatchObject({ action: 'CREATE', status: 'COMPLETE' });
  expect((await ground.resources(id)).map(({ name, status }) => `${name} ${status}`)).toEqual([
    'a COMPLETE',
    'b COMPLETE',
  ]);
  expect(calls).toEqual(['create a', 'create b']);
}

async function expectGone({ id }: AcceptedStack): Promise<void> {
  expect(await ground.settled(id)).toMatchObject({ action: 'DELETE', status: 'COMPLETE', isGone: true });
  expect(await ground.resources(id)).toEqual([]);
}

/** The message changes nothing, whichever engine takes it. */
async function expectNoEffect(command: CommandMessage): Promise<void> {
  const before = await ground.everything();
  await Promise.all([take(command, 0), take(command, 1)]);
  expect(await ground.everything()).toEqual(before);
}

describe('a command', () => {
  it('whose planning was cut off in an engine that lives counts no further attempt there, but in another', async () => {
    const stack = await accept();
    const attempts = async ({ command }: AcceptedStack): Promise<number> => {
      const text = 'SELECT attempts FROM operations WHERE id = $1';
      const [row] = await ground.database.query<[{ attempts: number }]>(text, [command.operation_id]);
      return row.attempts;
    };
    // It has claimed the operation, and could not give it back since the database was away.
    const claimed = 'UPDATE operations SET attempts = 1, worker_id = $1';
    await ground.database.query(claimed, [engines[0]!.heartbeat.workerId]);
    await take(stack.command, 0);
    expect(await attempts(stack)).toBe(1);
    await expectMade(stack);

    const other = await accept();
    await ground.database.query(`${claimed} WHERE id = $2`, [randomUUID(), other.command.operation_id]);
    await take(other.command, 0);
    expect(await attempts(other)).toBe(2);
    await ground.settled(other.id);
  });

  it('that comes twice at a time, to one engine or to two, is planned once', async () => {
    const stack = await accept();
    await Promise.all([take(stack.command, 0), take(stack.command, 1), take(stack.command, 0), take(stack.command, 1)]);
    await expectMade(stack);
  });

  it('that comes again while its nodes are worked on, changes nothing', async () => {
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const r = scripted({ create: () => ended.then(() => ({ outcome: 'done', physicalId: null, attributes: {} })) });
    const stack = await ground.accept({ heat_template_version: '2021-04-16', resources: { r } });
    await take(stack.command);
    await expectNoEffect(stack.command);
    end();
    expect(await ground.settled(stack.id)).toMatchObject({ status: 'COMPLETE' });
  });

  it('that comes late, when all is done, changes nothing', async () => {
    const stack = await accept();
    await take(stack.command);
    await expectMade(stack);
    await expectNoEffect(stack.command);
    const command = await ground.acceptDelete(stack);
    await take(command);
    await expectGone(stack);
    await expectNoEffect(command);
    await expectNoEffect(stack.command);
  });

  it('that comes after the one that took its place, changes nothing', async () => {
    const stack = await accept();
    const command = await ground.acceptDelete(stack);
    await take(command);
    await expectGone(stack);
    await expectNoEffect(stack.command);
    expect(calls).toEqual([]);
  });

  it('that comes before the one that took its place, but too late, changes nothing', async () => {
    const stack = await accept();
    const command = await ground.acceptDelete(stack);
    await expectNoEffect(stack.command);
    await take(command);
    await expectGone(stack);
    expect(calls).toEqual([]);
  });

  it('whose place is taken while it is planned, changes nothing', async () => {
    const stack = await accept();
    const holder = ground.database.createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE definitions');
    const taken = take(stack.command);
    await until('the definition is being read', async () => {
      const text = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FROM definitions %'`;
      return (await ground.database.query<unknown[]>(text)).length > 0;
    });
    const command = await ground.acceptDelete(stack);
    await holder.commitTransaction();
    await holder.release();
    await taken;
    expect(await ground.resources(stack.id)).toEqual([]);
    await take(command, 1);
    await expectGone(stack);
    expect(calls).toEqual([]);
  });

  it('of an operation that nobody has heard of, changes nothing', async () => {
    const { command } = await accept();
    await expectNoEffect({ ...command, operation_id: command.stack_id as string as CommandMessage['operation_id'] });
  });
});
