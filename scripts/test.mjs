// `npm test [-- --long] [-- jest's arguments]`: brings servers (those that the environment names, else its own in a
// home that goes afterwards), runs jest on everything, and says last what jest counted.
import { createRequire } from 'node:module';
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild, ensurePackages, root } from './ensure.mjs';

const STOP_WITHIN_MS = 5_000;

ensurePackages();
await ensureBuild();
const { bringServers, discardHome, spawnBound } = createRequire(import.meta.url)('../dist/libs/servers/index.js');

const given = process.argv.slice(2);
const home = mkdtempSync(join(tmpdir(), 'kiln-test-'));
chmodSync(home, 0o711);
const report = join(home, 'jest.json');

let interrupted = false;
let jest;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted = true;
    void jest?.end(signal, STOP_WITHIN_MS);
  });
}

async function runJest(servers) {
  jest = await spawnBound({
    command: process.execPath,
    args: [
      join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
      '--maxWorkers=2',
      // A test that fails half way may leave something open; that must not keep the run from ending.
      '--forceExit',
      '--json',
      `--outputFile=${report}`,
      ...given.filter((argument) => argument !== '--long'),
    ],
    env: {
      ...process.env,
      ...servers.variables,
      ...(given.includes('--long') ? { KILN_TEST_LONG: '1' } : {}),
    },
    cwd: root,
    signalOnOrphaned: 'SIGKILL',
  });
  return (await jest.exited) === 'exit code 0';
}

/** From jest's own figures; a file that can't even be loaded counts as one failure. */
function readTotals() {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

let servers;
let succeeded = false;
let totals = { passed: 0, failed: 0 };
try {
  servers = await bringServers({
    home,
    given: process.env,
    composeFile: join(root, 'docker-compose.yml'),
    say: (sentence) => console.error(sentence),
  });
  if (!interrupted) succeeded = await runJest(servers);
  totals = readTotals();
} catch (error) {
  console.error(error.name === 'ServersError' ? error.message : error);
} finally {
  await servers?.stop();
  discardHome(home);
}
if (totals.passed + totals.failed === 0) console.error('No test was run.');
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = succeeded && !interrupted && totals.passed > 0 && totals.failed === 0 ? 0 : 1;
