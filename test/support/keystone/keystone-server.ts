import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePorts, spawnBound } from '#servers';
import type { BoundProcess } from '#servers';
import { until } from '../until';
import type { KeystonePrograms } from './keystone-programs';

export const ADMIN_PASSWORD = 'bootstrapped';
const PATH = '/usr/sbin:/usr/bin:/sbin:/bin';
const STOP_WITHIN_MS = 5_000;
/** Keystone leaves readers open, and with SQLite's usual journal nobody could write then. */
const LET_READERS_BE = 'import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute("PRAGMA journal_mode=WAL")';

/** A Keystone of a test's own: on loopback, with SQLite and keys in a folder that goes afterwards. */
export class KeystoneServer {
  private process: BoundProcess | undefined;

  private constructor(
    private readonly home: string,
    private readonly programs: KeystonePrograms,
    private readonly port: number,
  ) {}

  /** Sets one up and starts it. */
  static async start(programs: KeystonePrograms): Promise<KeystoneServer> {
    const home = mkdtempSync(join(tmpdir(), 'kiln-keystone-'));
    const [port] = await freePorts(1);
    const server = new KeystoneServer(home, programs, port!);
    try {
      await server.setUp();
      await server.start();
      return server;
    } catch (error) {
      await server.discard();
      throw error;
    }
  }

  /** Of the Identity API, with its version. */
  get url(): string {
    return `http://127.0.0.1:${this.port}/v3`;
  }

  /** Starts it again, on the port that it had. */
  async start(): Promise<void> {
    const { server, application } = this.programs;
    const started = await spawnBound({
      command: server,
      args: [
        `--http-socket=127.0.0.1:${this.port}`,
        `--wsgi-file=${application}`,
        '--master',
        '--processes=1',
        '--threads=2',
        '--die-on-term',
        '--need-app',
        '--buffer-size=16384',
        // It closes each connection, so it has to say so.
        '--add-header=Connection: close',
      ],
      env: { PATH, OS_KEYSTONE_CONFIG_FILES: this.configFile },
      cwd: this.home,
      logFile: this.logFile,
      signalOnOrphaned: 'SIGKILL',
    });
    this.process = started;
    const look = async (): Promise<boolean> => {
      if (!started.isAlive()) throw new Error(`Keystone ended:\n${readFileSync(this.logFile, 'utf8').slice(-3_000)}`);
      const answer = await fetch(this.url).catch(() => undefined);
      return answer?.ok ?? false;
    };
    await until('Keystone answers', look, { withinMs: 60_000 });
  }

  async stop(): Promise<void> {
    await this.process?.end('SIGTERM', STOP_WITHIN_MS);
  }

  /** How many requests with that method and path it has answered. */
  countRequests(method: string, path: string): number {
    return readFileSync(this.logFile, 'utf8').split(` ${method} ${path}`).length - 1;
  }

  async discard(): Promise<void> {
    await this.stop();
    rmSync(this.home, { recursive: true, force: true });
  }

  private get configFile(): string {
    return join(this.home, 'keystone.conf');
  }

  private get databaseFile(): string {
    return join(this.home, 'keystone.db');
  }

  private get logFile(): string {
    return join(this.home, 'keystone.log');
  }

  private async setUp(): Promise<void> {
    writeFileSync(this.configFile, configOf(this.home));
    for (const name of ['fernet', 'credential']) mkdirSync(join(this.home, name), { mode: 0o700 });
    const { username } = userInfo();
    const owner = ['--keystone-user', username, '--keystone-group', username];
    // Each of them mostly loads Keystone.
    const keys = ['fernet_setup', 'credential_setup'].map((command) => this.manage(command, ...owner));
    await Promise.all([this.manage('db_sync'), ...keys]);
    await this.run('/usr/bin/python3', '-c', LET_READERS_BE, this.databaseFile);
    await this.manage('bootstrap', '--bootstrap-password', ADMIN_PASSWORD, '--bootstrap-region-id', 'here');
  }

  private manage(...args: string[]): Promise<void> {
    return this.run(this.programs.manage, '--config-file', this.configFile, ...args);
  }

  private async run(program: string, ...args: string[]): Promise<void> {
    await promisify(execFile)(program, args, { cwd: this.home, env: { PATH }, timeout: 120_000 });
  }
}

/** Without a cache, so that what it says of a token is what it knows now; cheap passwords, for there are no secrets. */
function configOf(home: string): string {
  return `[DEFAULT]
use_stderr = true
[database]
connection = sqlite:///${join(home, 'keystone.db')}
[token]
provider = fernet
[fernet_tokens]
key_repository = ${join(home, 'fernet')}
[credential]
key_repository = ${join(home, 'credential')}
[cache]
enabled = false
[identity]
password_hash_rounds = 4
`;
}
