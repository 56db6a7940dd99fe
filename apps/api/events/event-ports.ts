import type { DataSource } from 'typeorm';
import type { CloudEvent } from '#contracts';
import type { Broker } from '#messaging';
import type { Logger } from '#process';

/** Which retained events of a root are wanted. */
export interface ReadRequest {
  rootId: string;
  /** Sequence number of the last event that the reader has. */
  after?: number;
  /** Events answered at most. */
  limit: number;
  accept?: (event: CloudEvent) => boolean;
}

export interface RetainedEvents {
  /** Oldest first, each sequence once. */
  events: CloudEvent[];
  /** First sequence number from which on nothing that was published is missing. */
  completeFrom: number;
  /** There may be more: pass it as `after`. */
  next: number | undefined;
}

/** Reads the broker's retained log; rejects with AppError `broker-unavailable` while the broker is away. */
export interface EventReader {
  read(request: ReadRequest): Promise<RetainedEvents>;
}

/** What a live feed hands over: an event, or that some before `completeFrom` are gone. */
export type FeedItem = { kind: 'event'; event: CloudEvent; text: string } | { kind: 'reset'; completeFrom: number };

/** Ends when it is closed; throws where its reader is too slow for what happens. */
export interface Listener extends AsyncIterable<FeedItem> {
  close(): void;
}

/** Hands over what is retained after a sequence number, then what happens. */
export interface EventFeed {
  listen(request: { rootId: string; after: number }): Listener;
}

/** Opens both on the process's connections. */
export type OpenEvents = (connections: { broker: Broker; database: DataSource; log: Logger }) => {
  reader: EventReader;
  feed: EventFeed;
  /** Ends every listener. */
  close(): Promise<void>;
};
