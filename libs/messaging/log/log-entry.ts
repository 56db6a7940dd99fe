import type { ConsumeMessage } from 'amqplib';
import type { CloudEvent } from '#contracts';
import { parseEventId } from './event-id';
import type { EventPlace } from './event-id';

/** One message of a log stream. */
export interface LogEntry {
  /** Rises along the stream, from 0 on; a number is left out wherever a segment of the stream ends. */
  offset: number;
  /** Undefined for what is no event: the marks by which readers find the end of the stream. */
  place: EventPlace | undefined;
  /** The project whose event it is: the first word of the key that it was published with. */
  project: string;
  message: ConsumeMessage;
}

export function toLogEntry(message: ConsumeMessage): LogEntry {
  const { headers, messageId } = message.properties as { headers: Record<string, unknown>; messageId: unknown };
  const [project = ''] = message.fields.routingKey.split('.', 1);
  return { offset: Number(headers['x-stream-offset']), place: parseEventId(messageId), project, message };
}

/** Undefined where the body is no JSON: whoever may publish to the exchange may publish anything. */
export function parseEvent(text: string): CloudEvent | undefined {
  try {
    return JSON.parse(text) as CloudEvent;
  } catch {
    return undefined;
  }
}
