import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdPidFile, removePidFile } from '#servers';
import { LaunchError } from './launch-error';

/** The secrets of one Kiln. */
export interface HomeSecrets {
  token: string;
  secretKey: string;
}

/** The folder that one Kiln keeps everything in. At most one launcher holds it at a time. */
export class Home {
  private constructor(readonly folder: string) {}

  /** Takes the folder, making it where there is none; throws LaunchError where another launcher has it. */
  static take(folder: string): Home {
    // Server accounts pass through to folders of their own, and can read nothing on the way.
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    const holder = holdPidFile(lockOf(folder));
    if (holder !== undefined) {
      throw new LaunchError(
        `Kiln already runs on ${folder} (process ${holder.pid}). Its address and token are in ${join(folder, 'env')}. ` +
          'End it first, or set KILN_HOME to another folder.',
      );
    }
    return new Home(folder);
  }

  get tokenFile(): string {
    return join(this.folder, 'token');
  }

  get environmentFile(): string {
    return join(this.folder, 'env');
  }

  logFile(process: string): string {
    return join(this.folder, 'log', `${process}.log`);
  }

  pidFile(process: string): string {
    return join(this.folder, 'run', `${process}.pid`);
  }

  /** What the user set, else what an earlier start made, else made now. The token is kept either way. */
  keepSecrets(given: Partial<Record<keyof HomeSecrets, string | undefined>>): HomeSecrets {
    const token = given.token ?? read(this.tokenFile) ?? randomBytes(32).toString('base64url');
    writeSecret(this.tokenFile, `${token}\n`);
    const keyFile = join(this.folder, 'secret-key');
    const secretKey = given.secretKey ?? read(keyFile) ?? randomBytes(32).toString('base64');
    if (given.secretKey === undefined) writeSecret(keyFile, `${secretKey}\n`);
    return { token, secretKey };
  }

  /** Writes a file that a shell can source. */
  writeEnvironment(variables: Readonly<Record<string, string | undefined>>): void {
    const lines = Object.entries(variables).map(([name, value]) =>
      value === undefined ? '' : `export ${name}=${quote(value)}\n`,
    );
    writeSecret(this.environmentFile, lines.join(''));
  }

  release(): void {
    removePidFile(lockOf(this.folder));
  }
}

function lockOf(folder: string): string {
  return join(folder, 'run', 'launcher.pid');
}

function quote(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}

function read(path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8').trim();
    return text === '' ? undefined : text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function writeSecret(path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o600 });
  // The mode above counts only where the file is new.
  chmodSync(path, 0o600);
}
