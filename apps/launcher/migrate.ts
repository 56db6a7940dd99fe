import { readTail, spawnBound } from '#servers';
import type { Home } from './home';
import { LaunchError } from './launch-error';
import { appScript } from './process-plan';

/** Brings the database to the newest schema; throws LaunchError where that fails. */
export async function migrateDatabase(root: string, home: Home, environment: NodeJS.ProcessEnv): Promise<void> {
  const logFile = home.logFile('migrate');
  const migration = await spawnBound({
    command: process.execPath,
    args: [appScript(root, 'migrate')],
    env: environment,
    cwd: home.folder,
    logFile,
    signalOnOrphaned: 'SIGKILL',
  });
  const how = await migration.exited;
  if (how === 'exit code 0') return;
  throw new LaunchError(`The database could not be migrated (${how}). ${logFile} ends with:\n${readTail(logFile)}`);
}
