import { execFileSync } from 'node:child_process';
import { discardHome, identifyProcess, waitUntil } from '#servers';
import type { ProcessIdentity } from '#servers';
import { StandInCheckout } from './launcher-run';

jest.setTimeout(120_000);

const GONE_WITHIN_MS = 20_000;
/** An empty variable counts as not set: the launcher brings servers of its own. */
const OWN_SERVERS = { DATABASE_URL: '', RABBITMQ_URL: '', RABBITMQ_MANAGEMENT_URL: '' };

let checkout: StandInCheckout;
beforeAll(() => (checkout = new StandInCheckout()));
afterAll(() => {
  discardHome(checkout.home);
  checkout.remove();
});

/** Every process below this one, with its command line. */
function descendantsOf(root: number): { identity: ProcessIdentity; command: string }[] {
  const rows = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n');
  const found = new Set([root]);
  // Parents are listed before children, since pids rise; a wrap-around would only make the list shorter.
  return rows.flatMap((row) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? [];
    const identity = identifyProcess(Number(pid));
    if (!found.has(Number(parent)) || identity === undefined) return [];
    found.add(Number(pid));
    return [{ identity, command }];
  });
}

function isGone({ pid, started }: ProcessIdentity): boolean {
  return identifyProcess(pid)?.started !== started;
}

it('starts a server that dies again, and leaves nothing at all where the launcher is killed', async () => {
  const run = checkout.launch([], { ...OWN_SERVERS, KILN_API_PORT: '' });
  await run.says('Ctrl-C ends it.');
  process.kill(checkout.pidOf('postgres'), 'SIGKILL');
  await run.says('PostgreSQL ended (SIGKILL); it is started again in 0.5 s.');
  await run.says('PostgreSQL runs again.');
  const below = descendantsOf(run.process.pid ?? 0);
  for (const part of [/postgres: /, /beam/, /epmd/, /engine/]) {
    expect(below.map(({ command }) => command).join('\n')).toMatch(part);
  }
  run.process.kill('SIGKILL');
  await run.ends();
  const allGone = (): boolean => below.every(({ identity }) => isGone(identity));
  expect(await waitUntil(allGone, GONE_WITHIN_MS)).toBe(true);
});

it('goes on after that with the data and the port of before', async () => {
  const before = checkout.read('env');
  const run = checkout.launch(['--once'], { ...OWN_SERVERS, KILN_API_PORT: '' });
  expect(await run.ends()).toBe(0);
  const linesOf = (text: string, name: string): string[] => text.split('\n').filter((line) => line.includes(name));
  for (const name of ['DATABASE_URL', 'RABBITMQ_URL']) {
    expect(linesOf(checkout.read('env'), name)).toEqual(linesOf(before, name));
  }
});
