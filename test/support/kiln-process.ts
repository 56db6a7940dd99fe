import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts } from '#servers';
import { until } from './until';

const ROOT = join(__dirname, '../..').replace(/\/dist$/, '');

const MOST_LINES = 5_000;

export type AppName = 'api' | 'engine' | 'notifier';

/** One of Kiln's apps as a real process, as operators start it. */
export class KilnProcess {
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  private readonly lines: string[] = [];
  private ended = false;
  private hasDropped = false;

  private constructor(
    readonly app: AppName,
    readonly adminPort: number,
    private readonly child: ChildProcess,
  ) {
    this.exited = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        this.ended = true;
        resolve({ code, signal });
      });
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => this.keep(chunk.toString()));
  }

  /** Starts the process; does not wait until it is ready. It ends with this one, also when this one is killed. */
  static async start(app: AppName, env: Record<string, string>): Promise<KilnProcess> {
    const adminPort = await freePort();
    const command = [process.execPath, join(ROOT, `dist/apps/${app}/main.js`)];
    const [file, ...args] = process.platform === 'linux' ? ['setpriv', '--pdeathsig', 'KILL', ...command] : command;
    const child = spawn(file!, args, {
      env: { PATH: systemPath(), KILN_ADMIN_PORT: String(adminPort), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new KilnProcess(app, adminPort, child);
  }

  get pid(): number {
    return this.child.pid!;
  }

  get isAlive(): boolean {
    return !this.ended;
  }

  /** Whether a signal stopped it, and none has woken it. */
  get isStopped(): boolean {
    if (this.ended) return false;
    const state =
      process.platform === 'linux'
        ? readFileSync(`/proc/${this.pid}/stat`, 'utf8').split(') ').at(-1)
        : execFileSync('ps', ['-o', 'stat=', '-p', String(this.pid)], { encoding: 'utf8' });
    return state?.startsWith('T') ?? false;
  }

  /** Resolves when both servers are reachable from the process; rejects with its output where it ended first. */
  async ready(): Promise<this> {
    await until(`${this.app} is ready`, async () => {
      if (this.ended) throw new Error(`${this.app} ended before it was ready:\n${this.output()}`);
      const answer = await fetch(`http://127.0.0.1:${this.adminPort}/readyz`).catch(() => undefined);
      return answer?.ok ?? false;
    });
    return this;
  }

  signal(signal: NodeJS.Signals): void {
    if (!this.ended) process.kill(this.pid, signal);
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    this.signal(signal);
    if (signal === 'SIGTERM') this.signal('SIGCONT');
    await this.exited;
  }

  /** The last lines that the process printed. */
  output(): string {
    return this.lines.slice(-60).join('\n');
  }

  /** All that it printed; throws where that was too much to be kept. */
  printed(): string {
    if (this.hasDropped) throw new Error(`${this.app} printed more than is kept`);
    return this.lines.join('\n');
  }

  private keep(text: string): void {
    this.lines.push(...text.trimEnd().split('\n'));
    if (this.lines.length <= MOST_LINES) return;
    this.lines.splice(0, MOST_LINES / 2);
    this.hasDropped = true;
  }
}

/** A port that nothing listens on now. */
export async function freePort(): Promise<number> {
  const [port] = await freePorts(1);
  return port!;
}

/** Where programs are found: a child needs the same PATH. */
export function systemPath(): string {
  // eslint-disable-next-line no-restricted-properties -- it is handed on
  return process.env['PATH'] ?? '';
}
