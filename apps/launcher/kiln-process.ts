import { readTail, spawnBound } from '#servers';
import type { BoundProcess } from '#servers';
import type { Home } from './home';
import type { Restartable } from './keep-running';
import type { PlannedProcess } from './process-plan';

const STOP_WITHIN_MS = 5_000;

/** One api, engine or notifier. It ends with the launcher, however that ends. */
export class KilnProcess implements Restartable {
  private process: BoundProcess | undefined;
  private stopped = false;

  constructor(
    private readonly plan: PlannedProcess,
    private readonly home: Home,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  get name(): string {
    return this.plan.name;
  }

  get exited(): Promise<string> {
    return this.process?.exited ?? Promise.resolve('not started');
  }

  get isAlive(): boolean {
    return this.process?.isAlive() ?? false;
  }

  /** The end of its log, for a message about its failure. */
  get lastWords(): string {
    return readTail(this.logFile);
  }

  get logFile(): string {
    return this.home.logFile(this.plan.name);
  }

  /** Does nothing where it runs, or was stopped. */
  async start(): Promise<void> {
    if (this.isAlive || this.stopped) return;
    this.process = await spawnBound({
      command: process.execPath,
      args: [this.plan.script],
      env: { ...this.environment, ...this.plan.variables },
      cwd: this.home.folder,
      logFile: this.logFile,
      pidFile: this.home.pidFile(this.plan.name),
      signalOnOrphaned: 'SIGKILL',
    });
  }

  /** Whether it says that it can do its work. */
  async isReady(): Promise<boolean> {
    try {
      const response = await fetch(`http://127.0.0.1:${this.plan.adminPort}/readyz`);
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }

  /** Lets it finish what it is doing, for a while; it is never started again. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.process?.end('SIGTERM', STOP_WITHIN_MS);
  }
}
