import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { discardHome, startPostgres } from '#servers';
import type { PostgresServer } from '#servers';
import { SmallDisk } from './small-disk';

const MEGABYTES = 128;
/** It begins with the segment that is written and perhaps one that is ready. */
const MOST_SEGMENTS = 8;

/** A PostgreSQL whose tables lie on one small disk, and whose write-ahead log on another. */
export class CrampedPostgres {
  tables!: SmallDisk;
  log!: SmallDisk;
  private readonly disks: SmallDisk[] = [];

  private constructor(
    private readonly home: string,
    readonly server: PostgresServer,
  ) {}

  static async start(): Promise<CrampedPostgres> {
    const home = mkdtempSync(join(tmpdir(), 'kiln-cramped-'));
    chmodSync(home, 0o711);
    const cramped = new CrampedPostgres(home, await startPostgres({ home }));
    try {
      await cramped.moveIn();
      return cramped;
    } catch (error) {
      await cramped.stop();
      throw error;
    }
  }

  /** Fills the log's disk and has the server need more of it. It ends of that, and can't start while the disk is full. */
  async exhaustLog(): Promise<void> {
    this.log.fill();
    for (let segment = 0; segment < MOST_SEGMENTS; segment += 1) {
      const ended = await query(this.server, `SELECT pg_logical_emit_message(true, '', ''), pg_switch_wal()`).then(
        () => false,
        () => true,
      );
      if (ended) break;
    }
    await this.server.exited;
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await Promise.all(this.disks.map((disk) => disk.unmount()));
    discardHome(this.home);
  }

  private async moveIn(): Promise<void> {
    const [{ data_directory: data }] = await query<[{ data_directory: string }]>(this.server, 'SHOW data_directory');
    this.tables = await this.mount('tables', data);
    this.log = await this.mount('wal', data);
    await query(this.server, `CREATE TABLESPACE small LOCATION '${this.tables.folder}'`);
    await query(this.server, `ALTER DATABASE kiln SET TABLESPACE small`);
    await this.server.stop();
    const [before, after] = [join(data, 'pg_wal'), join(this.log.folder, 'pg_wal')];
    execFileSync('mv', [before, after]);
    symlinkSync(after, before);
    await this.server.start();
  }

  private async mount(name: string, like: string): Promise<SmallDisk> {
    const disk = await SmallDisk.mount(join(this.home, name), { megabytes: MEGABYTES, like });
    this.disks.push(disk);
    return disk;
  }
}

async function query<Rows>(server: PostgresServer, text: string): Promise<Rows> {
  const client = new Client({ connectionString: server.superuserUrl });
  // One that ends between two statements has told all that counts.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows as Rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
