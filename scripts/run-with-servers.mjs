import { createRequire } from 'node:module';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild, ensurePackages, root } from './ensure.mjs';

const STOP_WITHIN_MS = 5_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Brings servers (those that the environment names, else its own in a home that goes afterwards), runs a Node program
 * with them until it ends, and answers whether it succeeded. A signal ends the program, or keeps it from being started.
 *
 * @param name of the home, `kiln-<name>-…`
 * @param program answers `args` and what is added to the `env`, given the home
 * @param ended is called with the home before that goes
 */
export async function runWithServers(name, program, ended = () => undefined) {
  ensurePackages();
  await ensureBuild();
  const { bringServers, discardHome, spawnBound } = createRequire(import.meta.url)('../dist/libs/servers/index.js');
  const home = mkdtempSync(join(tmpdir(), `kiln-${name}-`));
  chmodSync(home, 0o711);

  let running;
  let interrupted = false;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      interrupted = true;
      void running?.end(signal, STOP_WITHIN_MS);
    });
  }

  async function run({ variables }) {
    const { args, env = {} } = program(home);
    running = await spawnBound({
      command: process.execPath,
      args,
      env: { ...process.env, ...variables, ...env },
      cwd: root,
      signalOnOrphaned: 'SIGKILL',
    });
    return (await running.exited) === 'exit code 0';
  }

  let servers;
  try {
    servers = await bringServers({
      home,
      given: process.env,
      composeFile: join(root, 'docker-compose.yml'),
      say: (sentence) => console.error(sentence),
    });
    const succeeded = !interrupted && (await run(servers));
    ended(home);
    return succeeded && !interrupted;
  } catch (error) {
    console.error(error.name === 'ServersError' ? error.message : error);
    return false;
  } finally {
    await servers?.stop();
    discardHome(home);
  }
}
