// `npm run bench [-- --json FILE --only CASE…]`: measures Kiln's real processes on servers that it brings, and the template
// language by itself; where only that is asked for, no server is started.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBuild, ensurePackages, fail, root } from './ensure.mjs';
import { runWithServers } from './run-with-servers.mjs';

ensurePackages();
await ensureBuild();
const { readArguments } = createRequire(import.meta.url)('../dist/test/bench/arguments.js');
const given = process.argv.slice(2);
const args = [join(root, 'dist/test/bench/main.js'), ...given];
try {
  const succeeded = readArguments(given).kilnCases.length > 0 ? await runWithServers('bench', () => ({ args })) : run();
  process.exitCode = succeeded ? 0 : 1;
} catch (error) {
  fail(error.message);
}

function run() {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
}
