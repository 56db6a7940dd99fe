import type { Stretch } from './stretch';

/** What reading the log needs of the database; a TypeORM DataSource fits. */
export interface LogDatabase {
  query(text: string, values?: unknown[]): Promise<unknown>;
}

/** Stretches that one look into the index answers at most. */
export const STRETCHES_AT_ONCE = 200;

/** What the database knows of where a root's events are, all as of one moment. */
export interface RootLog {
  partition: number;
  /** Last sequence that the broker has confirmed: all up to it are in the log, or were lost with it. */
  published: number;
  /** Undefined: the partition has never had a log. */
  stream: { epoch: number; indexedTo: number } | undefined;
  /** First sequence of the run of stretches, without a hole, that ends with the last one. */
  completeFrom: number | undefined;
  /** Last sequence that is indexed. */
  indexed: number | undefined;
  /** Those that hold what is wanted, in order, STRETCHES_AT_ONCE at most. */
  stretches: Stretch[];
}

const ROOT_LOG = `
  SELECT r.partition, s.epoch, s.indexed_to, i.complete_from, i.indexed,
    coalesce((SELECT min(sequence) - 1 FROM outbox WHERE root_id = r.id), r.sequence) AS published,
    coalesce((
      SELECT json_agg(t ORDER BY t."firstOffset") FROM (
        SELECT first_offset AS "firstOffset", last_offset AS "lastOffset",
          first_sequence AS "firstSequence", last_sequence AS "lastSequence"
        FROM log_stretches
        WHERE root_id = r.id AND epoch = s.epoch AND last_sequence > $2 AND first_sequence <= $3
        ORDER BY first_offset LIMIT ${STRETCHES_AT_ONCE}
      ) t
    ), '[]') AS stretches
  FROM roots r
  LEFT JOIN log_streams s ON s.partition = r.partition
  LEFT JOIN LATERAL (
    SELECT max(first_sequence) FILTER (WHERE before IS NULL OR before + 1 <> first_sequence) AS complete_from,
      max(last_sequence) AS indexed
    FROM (
      SELECT first_sequence, last_sequence, lag(last_sequence) OVER (ORDER BY first_offset) AS before
      FROM log_stretches WHERE root_id = r.id AND epoch = s.epoch
    ) runs
  ) i ON true
  WHERE r.id = $1`;

interface RootLogRow {
  partition: number;
  epoch: number | null;
  indexed_to: number | null;
  published: number;
  complete_from: number | null;
  indexed: number | null;
  stretches: Stretch[];
}

/** Undefined: there is no such root. */
export async function readRootLog(
  database: LogDatabase,
  wanted: { rootId: string; after: number; upTo: number },
): Promise<RootLog | undefined> {
  const upTo = Math.min(wanted.upTo, Number.MAX_SAFE_INTEGER);
  const [row] = (await database.query(ROOT_LOG, [wanted.rootId, wanted.after, upTo])) as RootLogRow[];
  if (!row) return undefined;
  const { epoch, indexed_to: indexedTo } = row;
  return {
    partition: row.partition,
    published: row.published,
    stream: epoch === null || indexedTo === null ? undefined : { epoch, indexedTo },
    completeFrom: row.complete_from ?? undefined,
    indexed: row.indexed ?? undefined,
    stretches: row.stretches,
  };
}

/** The partition's present epoch and how far it is indexed; undefined: it has never had a log. */
export async function readLogStream(
  database: LogDatabase,
  partition: number,
): Promise<{ epoch: number; indexedTo: number } | undefined> {
  const text = 'SELECT epoch, indexed_to FROM log_streams WHERE partition = $1';
  const [row] = (await database.query(text, [partition])) as { epoch: number; indexed_to: number }[];
  return row && { epoch: row.epoch, indexedTo: row.indexed_to };
}

/** The logs that there are, and how far each is indexed. */
export async function readLogStreams(
  database: LogDatabase,
): Promise<{ partition: number; epoch: number; indexedTo: number }[]> {
  const rows = await database.query('SELECT partition, epoch, indexed_to FROM log_streams');
  return (rows as { partition: number; epoch: number; indexed_to: number }[]).map(
    ({ partition, epoch, indexed_to: indexedTo }) => ({ partition, epoch, indexedTo }),
  );
}
