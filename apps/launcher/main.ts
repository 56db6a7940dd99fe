import { ConfigurationError, Environment } from '#configuration';
import { ServersError } from '#servers';
import { loadConfig } from './config';
import { Home } from './home';
import { LaunchError } from './launch-error';
import { Launcher } from './launcher';
import { Terminal } from './terminal';

export interface Invocation {
  /** Of the checkout. */
  root: string;
  environment: NodeJS.ProcessEnv;
  arguments: readonly string[];
}

const STOP_WITHIN_MS = 10_000;
const SAME_SIGNAL_WITHIN_MS = 1_000;

/** `npm start`: serves until Ctrl-C, or with `--once` until the example is made. Sets the exit code and ends the process. */
export async function launch(invocation: Invocation): Promise<void> {
  const terminal = new Terminal(process.stdout);
  try {
    await serve(invocation, terminal);
    process.exit(0);
  } catch (error) {
    terminal.settle();
    process.stderr.write(`${describe(error)}\n`);
    process.exit(1);
  }
}

async function serve({ root, environment, arguments: args }: Invocation, terminal: Terminal): Promise<void> {
  const config = loadConfig(new Environment(environment), root, args);
  const home = Home.take(config.home);
  const launcher = new Launcher({ root, config, home, environment, terminal });
  const interrupted = onInterrupt();
  try {
    const outcome = await Promise.race([launcher.run().then(() => 'up' as const), interrupted]);
    if (outcome === 'interrupted') throw new LaunchError('Interrupted.');
    if (config.once) return;
    terminal.say('Ctrl-C ends it.');
    await interrupted;
  } finally {
    terminal.say('Stopping…');
    // Whoever is still there then ends with this process.
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await launcher.stop();
  }
}

/**
 * Resolves at the first signal to end. Another one after a moment ends at once, and everything with it; in that moment
 * npm passes on what the terminal has sent to both of us.
 */
function onInterrupt(): Promise<'interrupted'> {
  return new Promise((resolve) => {
    let first: number | undefined;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        first ??= Date.now();
        if (Date.now() - first > SAME_SIGNAL_WITHIN_MS) process.exit(130);
        resolve('interrupted');
      });
    }
  });
}

/** What was foreseen is told in plain words, the rest with its stack. */
function describe(error: unknown): string {
  const foreseen = [ConfigurationError, ServersError, LaunchError].some((kind) => error instanceof kind);
  if (!(error instanceof Error)) return String(error);
  return foreseen ? error.message : (error.stack ?? error.message);
}
