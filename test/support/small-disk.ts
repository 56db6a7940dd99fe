import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Tried in a name space that goes with the process, so that the answer leaves nothing mounted. */
const MAY_MOUNT =
  spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', tmpdir()], { stdio: 'ignore' }).status === 0;

/** Why there is no small disk here; undefined where there can be one. */
export const NO_SMALL_DISK = MAY_MOUNT ? undefined : 'only Linux’s root can mount a small disk';

/** Waits for its line, or for the death of whoever would write it, and takes away what it mounted. */
const KEEPER = 'mount -t tmpfs -o "$2" none "$1" || exit 1; echo mounted; read -r _; umount -l "$1"';

/** A disk in memory, mounted in a folder, that a test can fill. It goes with this process, however that ends. */
export class SmallDisk {
  private constructor(
    readonly folder: string,
    private readonly keeper: ChildProcess,
  ) {}

  /** Mounts one in a new folder, which belongs to whoever `like` belongs to. */
  static async mount(folder: string, { megabytes, like }: { megabytes: number; like: string }): Promise<SmallDisk> {
    mkdirSync(folder);
    const { uid, gid } = statSync(like);
    const options = `size=${megabytes}m,mode=0700,uid=${uid},gid=${gid}`;
    const stdio = ['pipe', 'pipe', 'inherit'] as const;
    const keeper = spawn('/bin/sh', ['-c', KEEPER, 'sh', folder, options], { stdio: [...stdio], detached: true });
    await Promise.race([once(keeper.stdout, 'data'), once(keeper, 'exit')]);
    if (keeper.exitCode !== null) throw new Error(`no disk could be mounted in ${folder}`);
    return new SmallDisk(folder, keeper);
  }

  /** Takes all the room that is left. */
  fill(): void {
    const file = openSync(this.filler, 'a');
    for (const size of [1 << 20, 1 << 12]) while (writes(file, size));
    closeSync(file);
  }

  free(): void {
    rmSync(this.filler);
  }

  async unmount(): Promise<void> {
    if (this.keeper.exitCode !== null) return;
    this.keeper.stdin?.end('\n');
    await once(this.keeper, 'exit');
  }

  private get filler(): string {
    return join(this.folder, 'filler');
  }
}

function writes(file: number, size: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(size)) === size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}
