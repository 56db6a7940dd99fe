import type { DataSource } from 'typeorm';
import type { Broker, EventLog, LiveFeed } from '#messaging';
import type { Logger } from '#process';

/** Reads the broker's retained log. */
export type EventReader = Pick<EventLog, 'read' | 'find'>;

/** Hands over what is retained after an event, then what happens. */
export type EventFeed = Pick<LiveFeed, 'listen' | 'listenToProject'>;

/** Opens both on the process's connections. */
export type OpenEvents = (connections: { broker: Broker; database: DataSource; log: Logger }) => {
  reader: EventReader;
  feed: EventFeed;
  /** Ends every listener. */
  close(): Promise<void>;
};
