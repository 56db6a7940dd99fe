import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess, SpawnOptions, StdioOptions } from 'node:child_process';
import { closeSync } from 'node:fs';
import { ServersError } from '../servers-error';
import { openLog } from './log-file';
import { removePidFile, writePidFile } from './pid-file';

/** Whom a process runs as. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

export interface BoundProcessSettings {
  command: string;
  args: readonly string[];
  /** The whole environment: nothing is inherited. */
  env: NodeJS.ProcessEnv;
  cwd: string;
  /** Appended to; holds what the process prints. Absent: it prints where we do. */
  logFile?: string;
  /** Absent: none is written. */
  pidFile?: string;
  /** Absent: as this process. */
  account?: Account | undefined;
  /** What the process is sent when its starter dies, however that dies. */
  signalOnOrphaned: NodeJS.Signals;
  /** How that is brought about; absent: the best that the platform has. */
  binding?: Binding | undefined;
}

/**
 * `pdeathsig`: the kernel sends the signal (Linux with util-linux). `guard`: a tiny process waits for the end of a pipe
 * that only the starter holds, and sends it.
 */
export type Binding = 'pdeathsig' | 'guard';

export interface BoundProcess {
  readonly pid: number;
  /** Settles when the process is gone; says how: `exit code 1` or `SIGKILL`. */
  readonly exited: Promise<string>;
  isAlive(): boolean;
  /** Sends the signal and waits; whoever is still there after so long is sent SIGKILL. */
  end(signal: NodeJS.Signals, withinMs: number): Promise<void>;
}

// The kernel signals when the parent dies, not if it died already: the shell looks after the signal is set.
const UNLESS_ORPHANED = '[ "$PPID" = "$1" ] || exit 1; shift; exec "$@"';
const ONCE_GUARDED = 'read -r _ || exit 1; exec "$@"';
const GUARD = 'read -r _ && exit 0; kill "-$2" "$1" 2>/dev/null';

/**
 * Starts a process that cannot outlive this one, in a session of its own (so that Ctrl-C in the terminal reaches
 * only us, who then stop it in order). Call it on the thread that lives as long as the process shall: the
 * kernel counts the death of the thread. Throws ServersError where the command can't be run.
 */
export async function spawnBound(settings: BoundProcessSettings): Promise<BoundProcess> {
  const binding = settings.binding ?? bestBinding();
  const output = settings.logFile === undefined ? 'inherit' : openLog(settings.logFile);
  const stdio: StdioOptions = [binding === 'guard' ? 'pipe' : 'ignore', output, output];
  try {
    const child = spawn(...commandLine(settings, binding), { ...spawnOptions(settings), stdio });
    const exited = watchExit(child, settings.pidFile);
    if (child.pid === undefined) throw new ServersError(`${settings.command} can't be run: ${await exited}`);
    if (settings.pidFile !== undefined) writePidFile(settings.pidFile, child.pid);
    if (binding === 'guard') setGuard(child, exited, settings.signalOnOrphaned);
    return handle(child, child.pid, exited);
  } finally {
    if (typeof output === 'number') closeSync(output);
  }
}

/** The surest way of binding a process to its starter here. */
export function bestBinding(): Binding {
  if (process.platform !== 'linux') return 'guard';
  return spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true']).status === 0 ? 'pdeathsig' : 'guard';
}

function commandLine({ command, args, signalOnOrphaned }: BoundProcessSettings, binding: Binding): [string, string[]] {
  if (binding === 'guard') return ['/bin/sh', ['-c', ONCE_GUARDED, 'sh', command, ...args]];
  const shell = ['/bin/sh', '-c', UNLESS_ORPHANED, 'sh', String(process.pid), command, ...args];
  // setpriv already runs under the other account: a change of account after it would clear the signal.
  return ['setpriv', ['--pdeathsig', bareName(signalOnOrphaned), '--', ...shell]];
}

function spawnOptions({ cwd, env, account }: BoundProcessSettings): SpawnOptions {
  return { cwd, env, detached: true, ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }) };
}

function watchExit(child: ChildProcess, pidFile: string | undefined): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      if (pidFile !== undefined) removePidFile(pidFile);
      resolve(signal ?? `exit code ${String(code)}`);
    });
  });
}

/** The process waits for its line until the guard knows its pid, so there is no moment without a guard. */
function setGuard(child: ChildProcess, exited: Promise<string>, signal: NodeJS.Signals): void {
  const guard = spawn('/bin/sh', ['-c', GUARD, 'sh', String(child.pid), bareName(signal)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  for (const stream of [guard.stdin, child.stdin]) stream?.on('error', () => undefined);
  guard.once('spawn', () => child.stdin?.write('go\n'));
  guard.once('error', () => child.stdin?.destroy());
  void exited.then(() => guard.stdin.end('gone\n'));
}

function bareName(signal: NodeJS.Signals): string {
  return signal.replace(/^SIG/, '');
}

function handle(child: ChildProcess, pid: number, exited: Promise<string>): BoundProcess {
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    pid,
    exited,
    isAlive,
    async end(signal, withinMs) {
      if (!isAlive()) return;
      child.kill(signal);
      const last = setTimeout(() => child.kill('SIGKILL'), withinMs);
      await exited;
      clearTimeout(last);
    },
  };
}
