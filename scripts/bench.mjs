// `npm run bench [-- --json FILE --only CASE…]`: brings servers (those that the environment names, else its own in a
// home that goes afterwards) and measures Kiln's real processes on them.
import { createRequire } from 'node:module';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild, ensurePackages, root } from './ensure.mjs';

const STOP_WITHIN_MS = 5_000;

ensurePackages();
await ensureBuild();
const { bringServers, discardHome, spawnBound } = createRequire(import.meta.url)('../dist/libs/servers/index.js');

const home = mkdtempSync(join(tmpdir(), 'kiln-bench-'));
chmodSync(home, 0o711);

let bench;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => void bench?.end(signal, STOP_WITHIN_MS));
}

let servers;
try {
  servers = await bringServers({
    home,
    given: process.env,
    composeFile: join(root, 'docker-compose.yml'),
    say: (sentence) => console.error(sentence),
  });
  bench = await spawnBound({
    command: process.execPath,
    args: [join(root, 'dist/test/bench/main.js'), ...process.argv.slice(2)],
    env: { ...process.env, ...servers.variables },
    cwd: root,
    signalOnOrphaned: 'SIGKILL',
  });
  process.exitCode = (await bench.exited) === 'exit code 0' ? 0 : 1;
} catch (error) {
  console.error(error.name === 'ServersError' ? error.message : error);
  process.exitCode = 1;
} finally {
  await servers?.stop();
  discardHome(home);
}
