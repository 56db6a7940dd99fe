import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts, identifyProcess, waitUntil } from '#servers';
import { StandInCheckout } from './launcher-run';

jest.setTimeout(60_000);

const TOKEN = 'a-token-that-is-long-enough-for-the-api';
let checkout: StandInCheckout;
let occupant: Server | undefined;

beforeEach(() => (checkout = new StandInCheckout()));
afterEach(() => {
  checkout.remove();
  occupant?.close();
  occupant = undefined;
});

/** A port that somebody listens on until the test is over. */
async function occupyPort(): Promise<number> {
  occupant = createServer().listen(0, '127.0.0.1');
  await once(occupant, 'listening');
  return (occupant.address() as AddressInfo).port;
}

async function apiPort(): Promise<{ KILN_API_PORT: string }> {
  return { KILN_API_PORT: String((await freePorts(1))[0]) };
}

function modeOf(file: string): number {
  return statSync(join(checkout.home, file)).mode & 0o777;
}

async function isGone(pid: number): Promise<boolean> {
  return waitUntil(() => identifyProcess(pid) === undefined, 10_000);
}

describe('npm start -- --once', () => {
  it('shows the example being made, prints its outputs and ends with 0', async () => {
    const run = checkout.launch(['--once'], await apiPort());
    expect(await run.ends()).toBe(0);
    const lines = run.output.split('\n').map((line) => line.trim().replace(/\s+/g, ' '));
    expect(lines).toEqual(
      expect.arrayContaining([
        'queue CREATE IN_PROGRESS Stand::In',
        'database CREATE COMPLETE Stand::In',
        'stack hello: CREATE COMPLETE',
        'message Hello from afar',
        'numbers [1,2]',
      ]),
    );
  });

  it('ends with 1 and the reason where the stack fails', async () => {
    const run = checkout.launch(['--once'], { ...(await apiPort()), STAND_IN_STATUS: 'FAILED' });
    expect(await run.ends()).toBe(1);
    expect(run.output).toContain('The stack hello is CREATE FAILED: queue: the broker said no');
  });

  it('ends with 1 and the end of the log where a process ends before it is ready', async () => {
    checkout.remove();
    checkout = new StandInCheckout({ engine: 'console.error("KILN_SECRET_KEY is wrong"); process.exit(2);' });
    const run = checkout.launch(['--once'], await apiPort());
    expect(await run.ends()).toBe(1);
    expect(run.output).toMatch(/engine-1 ended \(exit code 2\)[^]*KILN_SECRET_KEY is wrong/);
  });

  it('ends with 1 and the end of the log where the database cannot be migrated', async () => {
    checkout.remove();
    checkout = new StandInCheckout({ migrate: 'console.error("no such schema"); process.exit(1);' });
    const run = checkout.launch(['--once'], await apiPort());
    expect(await run.ends()).toBe(1);
    expect(run.output).toMatch(/could not be migrated[^]*no such schema/);
  });
});

describe('what is kept in the home', () => {
  it('is closed to others, and the same at the next start', async () => {
    const variables = await apiPort();
    await checkout.launch(['--once'], variables).ends();
    expect(['token', 'secret-key', 'env'].map(modeOf)).toEqual([0o600, 0o600, 0o600]);
    const [token, key] = [checkout.read('token'), checkout.read('secret-key')];
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(token.trim().length).toBeGreaterThanOrEqual(32);
    await checkout.launch(['--once'], variables).ends();
    expect([checkout.read('token'), checkout.read('secret-key')]).toEqual([token, key]);
  });

  it('has an environment file that a shell can source', async () => {
    const variables = { ...(await apiPort()), KILN_TOKEN: TOKEN };
    await checkout.launch(['--once'], variables).ends();
    expect(checkout.read('env').split('\n')).toEqual(
      expect.arrayContaining([
        `export KILN_URL='http://127.0.0.1:${variables.KILN_API_PORT}'`,
        `export KILN_TOKEN='${TOKEN}'`,
        expect.stringMatching(/^export DATABASE_URL='postgres:\/\/.+'$/),
        expect.stringMatching(/^export RABBITMQ_URL='amqp:\/\/.+'$/),
        expect.stringMatching(/^export RABBITMQ_MANAGEMENT_URL='http:\/\/.+'$/),
      ]),
    );
    expect(checkout.read('token')).toBe(`${TOKEN}\n`);
  });
});

describe('what can be wrong', () => {
  it('refuses a short token and makes nothing', async () => {
    const run = checkout.launch([], { KILN_TOKEN: 'short' });
    expect(await run.ends()).toBe(1);
    expect(run.output).toContain('KILN_TOKEN has 5 characters: give at least 32');
    expect(existsSync(checkout.home)).toBe(false);
  });

  it('refuses an unknown argument', async () => {
    const run = checkout.launch(['--onec']);
    expect(await run.ends()).toBe(1);
    expect(run.output).toContain('"--onec" is no argument');
  });

  it('refuses a port that was asked for and is taken', async () => {
    const port = await occupyPort();
    const run = checkout.launch(['--once'], { KILN_API_PORT: String(port) });
    expect(await run.ends()).toBe(1);
    expect(run.output).toContain(`Port ${port} is taken`);
  });
});

describe('while it serves', () => {
  it('starts a process that dies again, says so, and ends all of them when told to', async () => {
    const run = checkout.launch([], { ...(await apiPort()), KILN_ENGINES: '2' });
    await run.says('Ctrl-C ends it.');
    const first = checkout.pidOf('engine-2');
    process.kill(first, 'SIGKILL');
    await run.says('engine-2 ended (SIGKILL); it is started again in 0.5 s.');
    await run.says('engine-2 runs again.');
    const pids = ['api', 'notifier', 'engine-1', 'engine-2'].map((name) => checkout.pidOf(name));
    expect(pids).not.toContain(first);
    run.process.kill('SIGINT');
    expect(await run.ends()).toBe(0);
    expect(pids.map(identifyProcess)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('does not let a second one onto its home', async () => {
    const run = checkout.launch([], await apiPort());
    await run.says('Ctrl-C ends it.');
    const second = checkout.launch(['--once'], await apiPort());
    expect(await second.ends()).toBe(1);
    expect(second.output).toContain(`Kiln already runs on ${checkout.home} (process ${run.process.pid})`);
    run.process.kill('SIGTERM');
    expect(await run.ends()).toBe(0);
  });

  it('leaves no process behind where it is killed, and starts again after that', async () => {
    const variables = await apiPort();
    const run = checkout.launch([], variables);
    await run.says('Ctrl-C ends it.');
    const pids = ['api', 'notifier', 'engine-1'].map((name) => checkout.pidOf(name));
    run.process.kill('SIGKILL');
    expect(await Promise.all(pids.map(isGone))).toEqual([true, true, true]);
    expect(await checkout.launch(['--once'], variables).ends()).toBe(0);
  });
});
