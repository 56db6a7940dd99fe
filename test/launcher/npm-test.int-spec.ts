import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { serversOfTheRun } from './launcher-run';

jest.setTimeout(60_000);

const ROOT = resolve(__dirname, '..', '..');
/** Any small test file: what counts is that it passes. */
const SOME_FILE = 'apps/launcher/restart-delay.spec.ts';

function npmTest(...args: string[]): { status: number | null; lastLine: string | undefined; errors: string } {
  const script = join(ROOT, 'scripts', 'test.mjs');
  const run = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', env: serversOfTheRun() });
  return { status: run.status, lastLine: run.stdout.trimEnd().split('\n').at(-1), errors: run.stderr };
}

describe('npm test', () => {
  it('passes arguments on to jest, and says last what jest counted', () => {
    expect(npmTest('--selectProjects', 'unit', '--runTestsByPath', SOME_FILE)).toMatchObject({
      status: 0,
      lastLine: '2 passed, 0 failed',
    });
  });

  it('fails where no test was run', () => {
    const nothing = npmTest('--selectProjects', 'unit', '--testNamePattern', 'no test is called so', SOME_FILE);
    expect(nothing).toMatchObject({ status: 1, lastLine: '0 passed, 0 failed' });
    expect(nothing.errors).toContain('No test was run.');
  });
});
