import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bestBinding, identifyProcess, waitUntil } from '#servers';
import type { Binding } from '#servers';
import { startElsewhere } from './starter';

const BINDINGS: Binding[] = bestBinding() === 'pdeathsig' ? ['pdeathsig', 'guard'] : ['guard'];
const GONE_WITHIN_MS = 10_000;

describe.each(BINDINGS)('a process bound by %s', (binding) => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'kiln-bound-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const START = `
    const bound = await servers.spawnBound({
      command: 'sleep', args: ['600'], env: { PATH: process.env.PATH }, cwd: given.folder,
      logFile: given.folder + '/log', pidFile: given.folder + '/pid', signalOnOrphaned: 'SIGKILL', binding: given.binding,
    });`;

  it('ends with a starter that is killed', async () => {
    const starter = await startElsewhere(`${START} return bound.pid;`, { folder, binding });
    const pid = starter.answer as number;
    expect(identifyProcess(pid)).toBeDefined();
    await starter.kill();
    expect(await waitUntil(() => identifyProcess(pid) === undefined, GONE_WITHIN_MS)).toBe(true);
  });

  it('ends when it is told to, and says how', async () => {
    const code = `${START} await bound.end('SIGTERM', 10000); return { how: await bound.exited, pid: bound.pid };`;
    const starter = await startElsewhere(code, { folder, binding });
    const { how, pid } = starter.answer as { how: string; pid: number };
    expect(how).toBe('SIGTERM');
    expect(identifyProcess(pid)).toBeUndefined();
    await starter.kill();
  });

  it('is killed where it does not end by itself', async () => {
    // Its first line says that the signal is ignored from now on.
    const code = `
      const bound = await servers.spawnBound({
        command: 'sh', args: ['-c', 'trap "" TERM; echo ready; while :; do sleep 1; done'],
        env: { PATH: process.env.PATH }, cwd: given.folder,
        logFile: given.folder + '/log', signalOnOrphaned: 'SIGKILL', binding: given.binding,
      });
      await servers.waitUntil(() => servers.readTail(given.folder + '/log') === 'ready', 10000);
      await bound.end('SIGTERM', 50);
      return bound.exited;`;
    const starter = await startElsewhere(code, { folder, binding });
    expect(starter.answer).toBe('SIGKILL');
    await starter.kill();
  });
});

it('says so where the command cannot be run', async () => {
  const starter = await startElsewhere(
    `return servers.spawnBound({
      command: '/nowhere/to/be/found', args: [], env: {}, cwd: '/nowhere', signalOnOrphaned: 'SIGKILL',
    }).catch((error) => error.name + ': ' + error.message);`,
    {},
  );
  expect(starter.answer).toMatch(/^ServersError: .*can't be run/);
  await starter.kill();
});
