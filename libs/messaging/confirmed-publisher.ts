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
      try {
        this.channel.publish(exchange, routingKey, content, { ...options, messageId }, (error: unknown) => {
          // Also called for all that is unconfirmed when the channel closes.
          if (error) pending.settle(unavailable('did not take the message', error));
          else pending.settle(pending.returned ? unavailable('has no queue for the message') : undefined);
        });
      } catch (cause) {
        pending.settle(unavailable('closed the channel', cause));
      }
    });
  }
}

/** @param what RabbitMQ does, or did */
export function unavailable(what: string, cause?: unknown): AppError {
  return new AppError('broker-unavailable', `RabbitMQ ${what}`, { retryable: true, cause });
}
