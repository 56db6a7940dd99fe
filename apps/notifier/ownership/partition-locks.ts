import { Client } from 'pg';

export interface PartitionLocksSettings {
  databaseUrl: string;
  workerId: string;
  /** A notifier whose heartbeat is older is taken for dead. */
  leaseMs: number;
  /** Told once when the connection ends unasked, and with it the ownership of everything. */
  onLost: () => void;
}

/** First key of the advisory locks, so that they meet no others; the second is the partition. */
const LOCK_CLASS = 7_154_602;

const NAME_PREFIX = 'kiln-notifier-locks ';
const ANSWER_WITHIN_MS = 5_000;

const ALIVE = `
  SELECT id FROM workers
  WHERE kind = 'notifier' AND heartbeat_at > now() - $1 * interval '1 millisecond'`;

// The name of the session says whose it is.
const SESSIONS = `
  SELECT DISTINCT a.pid, substr(a.application_name, ${NAME_PREFIX.length + 1}) AS owner
  FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
  WHERE l.locktype = 'advisory' AND l.classid = ${LOCK_CLASS} AND l.objsubid = 2 AND l.granted
    AND a.datname = current_database() AND a.application_name LIKE '${NAME_PREFIX}%' AND a.pid <> pg_backend_pid()`;

const END_OWN = `SELECT pg_terminate_backend(pid) FROM (${SESSIONS}) s WHERE owner = $1`;

const END_STALE = `
  SELECT pg_terminate_backend(pid), owner FROM (${SESSIONS}) s
  WHERE owner <> $1 AND NOT EXISTS (
    SELECT 1 FROM workers w WHERE w.id::text = owner AND w.heartbeat_at > now() - $2 * interval '1 millisecond'
  )`;

/**
 * Session advisory locks on a connection of their own: whoever holds a partition's lock owns the partition, and loses it
 * with the connection, however that ends.
 */
export class PartitionLocks {
  private client: Client | undefined;

  constructor(private readonly settings: PartitionLocksSettings) {}

  get isConnected(): boolean {
    return this.client !== undefined;
  }

  async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.settings.databaseUrl,
      application_name: `${NAME_PREFIX}${this.settings.workerId}`,
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
      keepAlive: true,
    });
    const lost = (): void => this.lost(client);
    client.on('error', lost);
    client.on('end', lost);
    await client.connect();
    this.client = client;
    // A session of ours that a cut in the network left behind would hold its locks against us.
    await this.query(END_OWN, [this.settings.workerId]);
  }

  /** The notifiers alive, this one included if its heartbeat is fresh. */
  async alive(): Promise<string[]> {
    const rows = await this.query<{ id: string }>(ALIVE, [this.settings.leaseMs]);
    return rows.map(({ id }) => id);
  }

  /** Answers false where another session holds the partition. */
  async tryLock(partition: number): Promise<boolean> {
    const text = 'SELECT pg_try_advisory_lock($1, $2) AS locked';
    const [row] = await this.query<{ locked: boolean }>(text, [LOCK_CLASS, partition]);
    return row?.locked ?? false;
  }

  async unlock(partition: number): Promise<void> {
    await this.query('SELECT pg_advisory_unlock($1, $2)', [LOCK_CLASS, partition]);
  }

  /**
   * Ends the lock sessions of notifiers that are stale: one that was stopped, or is cut off, keeps its connection and
   * so its locks for as long as nobody ends it. Answers their ids.
   */
  async endStale(): Promise<string[]> {
    const rows = await this.query<{ owner: string }>(END_STALE, [this.settings.workerId, this.settings.leaseMs]);
    return rows.map(({ owner }) => owner);
  }

  /** Lets go of all partitions. */
  async close(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private async query<Row>(text: string, values: unknown[]): Promise<Row[]> {
    const { client } = this;
    if (!client) throw new Error('the lock connection is lost');
    try {
      return (await client.query(text, values)).rows as Row[];
    } catch (error) {
      // Without an answer it is unknown what is held; ending the session makes it known: nothing.
      this.lost(client);
      client.end().catch(() => undefined);
      throw error;
    }
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.settings.onLost();
  }
}
