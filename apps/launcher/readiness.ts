import { waitUntil } from '#servers';
import type { KilnProcess } from './kiln-process';
import { LaunchError } from './launch-error';

const READY_WITHIN_MS = 60_000;

/** Waits until every process can do its work. Throws LaunchError, with the end of the log, where one ends instead. */
export async function waitUntilReady(processes: readonly KilnProcess[]): Promise<void> {
  await Promise.all(
    processes.map(async (each) => {
      const settled = await waitUntil(async () => !each.isAlive || (await each.isReady()), READY_WITHIN_MS);
      if (settled && each.isAlive) return;
      const fault = settled ? `ended (${await each.exited})` : `was not ready after ${READY_WITHIN_MS / 1_000} s`;
      throw new LaunchError(`${each.name} ${fault}. ${each.logFile} ends with:\n${each.lastWords}`);
    }),
  );
}
