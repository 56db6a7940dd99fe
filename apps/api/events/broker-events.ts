import { EventLog, LiveFeed } from '#messaging';
import type { OpenEvents } from './event-ports';

/** Events from the broker's retained log. */
export const openBrokerEvents: OpenEvents = ({ broker, database, log }) => {
  const reader = new EventLog({ broker, database });
  const feed = new LiveFeed({ broker, database, eventLog: reader, log });
  return { reader, feed, close: () => feed.close() };
};
