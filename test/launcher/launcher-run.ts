import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { processEnvironment } from '#configuration';
import { waitUntil } from '#servers';

const ROOT = resolve(__dirname, '..', '..');
const DIST = join(ROOT, 'dist');
const PATIENCE_MS = 60_000;

const processStandIn = standIn('standInProcess');
const APPS: Record<string, string> = {
  api: standIn('standInApi'),
  notifier: processStandIn,
  engine: processStandIn,
  migrate: '',
};

/** What the launcher is started on: a checkout, and a home in a folder of the test's. */
export class Checkout {
  readonly home: string;

  protected constructor(
    private readonly folder: string,
    readonly root: string,
  ) {
    chmodSync(folder, 0o711);
    this.home = join(folder, '.kiln');
  }

  /** This very one, with the real apps. */
  static own(): Checkout {
    return new Checkout(makeFolder(), ROOT);
  }

  /** Starts the launcher, with the servers of the test run. */
  launch(args: string[] = [], variables: Record<string, string> = {}): LauncherRun {
    const invocation = { root: this.root, arguments: args };
    const code =
      `require(${JSON.stringify(join(DIST, 'apps', 'launcher', 'main.js'))})` +
      `.launch({ ...${JSON.stringify(invocation)}, environment: process.env })`;
    const env = { ...serversOfTheRun(), KILN_HOME: this.home, ...variables };
    return new LauncherRun(spawn(process.execPath, ['-e', code], { cwd: this.root, env, stdio: 'pipe' }));
  }

  read(file: string): string {
    return readFileSync(join(this.home, file), 'utf8');
  }

  /** Of a process of Kiln that runs now. */
  pidOf(name: string): number {
    return (JSON.parse(this.read(`run/${name}.pid`)) as { process: { pid: number } }).process.pid;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A checkout whose apps are stand-ins. */
export class StandInCheckout extends Checkout {
  constructor(apps: Record<string, string> = {}) {
    const root = makeFolder();
    super(root, root);
    for (const [name, code] of Object.entries({ ...APPS, ...apps })) {
      mkdirSync(join(root, 'dist', 'apps', name), { recursive: true });
      writeFileSync(join(root, 'dist', 'apps', name, 'main.js'), code);
    }
    mkdirSync(join(root, 'examples'));
    writeFileSync(join(root, 'examples', 'hello.yaml'), 'heat_template_version: 2018-08-31\n');
  }
}

function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'kiln-launcher-'));
}

/** One life of a launcher, and what it said. */
export class LauncherRun {
  output = '';

  constructor(readonly process: ChildProcess) {
    for (const stream of [process.stdout, process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    }
  }

  /** Waits until it has said that; throws with everything that it said instead. */
  async says(text: string): Promise<void> {
    const hasSaid = (): boolean => this.output.includes(text);
    const settled = await waitUntil(() => hasSaid() || this.process.exitCode !== null, PATIENCE_MS);
    if (!settled || !hasSaid()) throw new Error(`The launcher never said "${text}", but:\n${this.output}`);
  }

  /** Waits until it is gone; answers its exit code. */
  async ends(): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) await once(this.process, 'exit');
    return this.process.exitCode;
  }
}

function standIn(role: string): string {
  const file = join(DIST, 'test', 'launcher', 'stand-ins.js');
  return `require(${JSON.stringify(file)}).${role}(process.env);`;
}

/** The servers of the test run: to start others for every test would take minutes. */
export function serversOfTheRun(): Record<string, string> {
  const environment = processEnvironment();
  const names = ['PATH', 'DATABASE_URL', 'RABBITMQ_URL', 'RABBITMQ_MANAGEMENT_URL'];
  const providers = ['KILN_PROVIDER_DATABASE_URL', 'KILN_PROVIDER_RABBITMQ_MANAGEMENT_URL'];
  const found = [...names, ...providers].map((name) => [name, environment.text(name, { description: 'for tests' })]);
  return environment.finish(Object.fromEntries(found) as Record<string, string>);
}
