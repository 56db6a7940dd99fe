import { Server } from '@nestjs/microservices';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type { Broker, BrokerLog } from './broker';
import type { Consumer } from './consumer';
import { PoisonMessage } from './consumer';
import { PREFETCH } from './topology';

/**
 * Lets Nest's `@EventPattern(queue)` handlers consume Kiln's queues. Nest's own RabbitMQ transport has one queue a
 * server, acknowledges by hand, wants its own envelope and keeps publishes in memory; none of that fits.
 */
export class BrokerServer extends Server implements CustomTransportStrategy {
  private readonly consumers = new Map<string, Consumer>();

  constructor(
    private readonly broker: Broker,
    private readonly log: BrokerLog,
  ) {
    super();
  }

  /** Called by Nest when all handlers are known: one consumer for each queue that has one. */
  listen(callback: (error?: unknown) => void): void {
    for (const [queue, handler] of this.messageHandlers) {
      const consumer = this.broker.consume(
        queue,
        async (message) => {
          // Nest's exception filter turns what a handler throws into an observable that fails.
          const result: unknown = await handler(parseJson(message.content), message);
          if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
        },
        {
          prefetch: PREFETCH,
          onFault: (error) =>
            this.log.warn(
              { queue, reason: error instanceof Error ? error.message : String(error) },
              'a message was not handled; the sweeper repeats it',
            ),
        },
      );
      this.consumers.set(queue, consumer);
    }
    callback();
  }

  /** Stops or starts taking messages of a queue; what is at hand is finished either way. */
  async setPaused(queue: string, paused: boolean): Promise<void> {
    const consumer = this.consumers.get(queue);
    await (paused ? consumer?.pause() : consumer?.resume());
  }

  async close(): Promise<void> {
    await Promise.all([...this.consumers.values()].map((consumer) => consumer.close()));
  }

  /** The strategy has no events of its own; the broker logs what happens to the connection. */
  on(): void {
    return;
  }

  // Nest declares it so: the caller says which client it expects.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  unwrap<T>(): T {
    return this.broker as T;
  }
}

function parseJson(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    throw new PoisonMessage('the message is not JSON');
  }
}
