import { ConfigurationError } from '#configuration';

/** What a process has to stop when it is told to, in that order. */
export type Stop = () => Promise<void>;

const STOP_WITHIN_MS = 9_000;

/**
 * Runs a process until SIGTERM or SIGINT, then stops it cleanly, within 10 s at the most. A configuration that is
 * wrong is told in plain words with exit code 2; any other failure to start with exit code 1.
 */
export function runProcess(start: () => Promise<Stop>): void {
  const started = start();
  started.catch((error: unknown) => fail(error));
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    started
      .then((stopAll) => stopAll())
      .then(() => process.exit(0))
      .catch((error: unknown) => fail(error));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function fail(error: unknown): never {
  const wrong = error instanceof ConfigurationError;
  process.stderr.write(`${wrong ? error.message : describe(error)}\n`);
  process.exit(wrong ? 2 : 1);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
