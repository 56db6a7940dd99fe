import type { ConfirmChannel, Message, Options } from 'amqplib';
import { CLOUD_EVENT_CONTENT_TYPE } from '#contracts';
import { EXCHANGES, logKey } from '#messaging';
import type { OutboxRow } from './outbox-store';

interface Batch {
  rows: readonly OutboxRow[];
  confirmed: boolean[];
  returned: Set<string>;
  open: number;
  end: () => void;
}

/**
 * Publishes a partition's notifications on a channel of its own, many at a time and one batch after the other: in the
 * order of one channel lies the order of the queues behind it. One timer and one promise a batch, not a message.
 */
export class BatchPublisher {
  private batch: Batch | undefined;

  constructor(
    private readonly channel: ConfirmChannel,
    private readonly partition: number,
    private readonly timeoutMs: number,
  ) {
    // The broker sends `basic.return` before the confirm of the same message.
    channel.on('return', (message: Message) => this.batch?.returned.add(String(message.properties.messageId)));
  }

  /**
   * Tells of each row whether the broker has confirmed that a queue took it. After a batch that was not confirmed as a
   * whole the publisher is closed: what became of the rest is not known, and may still be told by that channel.
   */
  async publish(rows: readonly OutboxRow[]): Promise<boolean[]> {
    let timer: NodeJS.Timeout | undefined;
    const confirmed: boolean[] = Array.from({ length: rows.length }, () => false);
    await new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.timeoutMs);
      this.batch = { rows, confirmed, returned: new Set(), open: rows.length, end: resolve };
      rows.forEach((row, index) => this.send(row, index, this.batch as Batch));
    });
    clearTimeout(timer);
    this.batch = undefined;
    return confirmed;
  }

  close(): void {
    this.channel.close().catch(() => undefined);
  }

  private send(row: OutboxRow, index: number, batch: Batch): void {
    const messageId = `${row.rootId}.${row.sequence}`;
    const options: Options.Publish = {
      messageId,
      contentType: CLOUD_EVENT_CONTENT_TYPE,
      persistent: true,
      mandatory: true,
      BCC: [logKey(this.partition)],
    };
    const settle = (error: unknown): void => {
      batch.confirmed[index] = !error && !batch.returned.has(messageId);
      batch.open -= 1;
      if (batch.open === 0) batch.end();
    };
    try {
      this.channel.publish(EXCHANGES.notifications, row.routingKey, Buffer.from(row.body), options, settle);
    } catch (error) {
      settle(error);
    }
  }
}
