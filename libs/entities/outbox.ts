import { routingKeyOf, toCloudEvent } from '#contracts';
import type { Notification, RootId } from '#contracts';

/** A root's row as read under its lock. */
export interface LockedRoot {
  id: RootId;
  project: string;
  partition: number;
  /** Sequence number of the last notification that was told; raised in place by `appendNotifications`. */
  sequence: number;
  /** The database's clock, after the lock was had. */
  at: Date;
}

export interface ToldUnderRoot {
  root: LockedRoot;
  notifications: readonly Notification[];
}

/** Runs one statement on the connection whose transaction holds the roots' locks. */
export type Query = (text: string, values: unknown[]) => Promise<unknown>;

// The order of the rows is the order of their ids, and so the order in which they are told.
const INSERT = `
  INSERT INTO outbox (partition, root_id, sequence, routing_key, body)
  SELECT partition, root_id, sequence, routing_key, body
  FROM unnest($1::smallint[], $2::uuid[], $3::bigint[], $4::text[], $5::text[])
    WITH ORDINALITY t(partition, root_id, sequence, routing_key, body, place)
  ORDER BY place`;

const RAISE = `
  UPDATE roots SET sequence = t.sequence FROM unnest($1::uuid[], $2::bigint[]) t(id, sequence) WHERE roots.id = t.id`;

/**
 * Writes what is to be told into the outbox and draws the sequence numbers, in two statements however much it is.
 * The caller's transaction holds the lock of every root (`FOR NO KEY UPDATE`) and has read `sequence` after taking it.
 */
export async function appendNotifications(query: Query, told: readonly ToldUnderRoot[]): Promise<void> {
  const columns = {
    partition: [] as number[],
    root: [] as string[],
    sequence: [] as number[],
    key: [] as string[],
    body: [] as string[],
  };
  for (const { root, notifications } of told) {
    const time = root.at.toISOString();
    for (const notification of notifications) {
      root.sequence += 1;
      const origin = { rootId: root.id, project: root.project, sequence: root.sequence, time };
      columns.partition.push(root.partition);
      columns.root.push(root.id);
      columns.sequence.push(root.sequence);
      columns.key.push(routingKeyOf(notification, origin));
      columns.body.push(JSON.stringify(toCloudEvent(notification, origin)));
    }
  }
  if (columns.root.length === 0) return;
  await query(INSERT, [columns.partition, columns.root, columns.sequence, columns.key, columns.body]);
  await query(RAISE, [told.map(({ root }) => root.id), told.map(({ root }) => root.sequence)]);
}
