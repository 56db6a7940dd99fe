import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discardHome, startPostgres, waitUntil } from '#servers';
import { startElsewhere } from './starter';

jest.setTimeout(120_000);

const GONE_WITHIN_MS = 20_000;

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'kiln-orphans-'));
  chmodSync(home, 0o711);
});
afterAll(() => discardHome(home));

/** Processes that name the home on their command line or hold a child of such a one: servers, epmd and all. */
function processesOf(roots: number[]): string[] {
  const rows = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' }).trim().split('\n');
  const found = new Set(roots);
  return rows.filter((row) => {
    const [, pid, parent, state = ''] = /^\s*(\d+)\s+(\d+)\s+(\S+)/.exec(row) ?? [];
    const belongs = found.has(Number(pid)) || found.has(Number(parent)) || row.includes(home);
    if (belongs) found.add(Number(pid));
    return belongs && !state.startsWith('Z');
  });
}

it('leaves no server, and none of its children, where the starter is killed; the next start goes on', async () => {
  const starter = await startElsewhere(
    `const given_ = { home: given.home, given: { PATH: process.env.PATH }, composeFile: '', say: () => undefined };
     const { running, variables } = await servers.bringServers(given_);
     return { pids: running.map((server) => server.pid), url: variables.DATABASE_URL };`,
    { home },
  );
  const { pids, url } = starter.answer as { pids: number[]; url: string };
  const seen = processesOf(pids);
  // The postmaster and its workers, the broker, and epmd.
  expect(seen.length).toBeGreaterThanOrEqual(5);
  expect(seen.join('\n')).toMatch(/epmd/);
  const everyPid = seen.map((row) => Number(row.trim().split(/\s+/)[0]));
  await starter.kill();
  expect(await waitUntil(() => processesOf(everyPid).length === 0, GONE_WITHIN_MS)).toBe(true);
  const again = await startPostgres({ home });
  expect(again.url).toBe(url);
  await again.stop();
});
