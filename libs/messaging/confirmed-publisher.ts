import { randomUUID } from 'node:crypto';
import type { ConfirmChannel, Message, Options } from 'amqplib';
import { AppError } from '#contracts';

interface Pending {
  returned: boolean;
  settle(error?: AppError): void;
}

/** Publishes on one confirm channel and matches confirms, returns and time-outs with what was published. */
export class ConfirmedPublisher {
  private readonly pending = new Map<string, Pending>();

  constructor(
    readonly channel: ConfirmChannel,
    private readonly timeoutMs: number,
  ) {
    // The broker sends `basic.return` before the confirm of the same message.
    channel.on('return', (message: Message) => {
      const pending = this.pending.get(String(message.properties.messageId));
      if (pending) pending.returned = true;
    });
  }

  async publish(exchange: string, routingKey: string, content: Buffer, options: Options.Publish): Promise<void> {
    const messageId = options.messageId ?? randomUUID();
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => pending.settle(unavailable('did not confirm in time')), this.timeoutMs);
      const pending: Pending = {
        returned: false,
        settle: (error) => {
          clearTimeout(timer);
          if (this.pending.get(messageId) === pending) this.pending.delete(messageId);
          if (error) reject(error);
          else resolve();
        },
      };
      this.pending.set(messageId, pending);
      this.send(exchange, routingKey, content, { ...options, messageId }, pending);
    });
  }

  /** Ends everything that waits for a confirm: it will not come. */
  fail(why: string): void {
    for (const pending of [...this.pending.values()]) pending.settle(unavailable(why));
  }

  private send(
    exchange: string,
    routingKey: string,
    content: Buffer,
    options: Options.Publish,
    pending: Pending,
  ): void {
    try {
      this.channel.publish(exchange, routingKey, content, options, (error: unknown) => {
        if (error) pending.settle(unavailable('refused the message'));
        else pending.settle(pending.returned ? unavailable('has no queue for the message') : undefined);
      });
    } catch (cause) {
      pending.settle(unavailable('closed the channel', cause));
    }
  }
}

function unavailable(what: string, cause?: unknown): AppError {
  const message = what.startsWith('the ') ? what : `RabbitMQ ${what}`;
  return new AppError('broker-unavailable', message, { retryable: true, cause });
}
