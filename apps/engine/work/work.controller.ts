import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { NODES_PER_MESSAGE } from '#contracts';
import type { WorkMessage } from '#contracts';
import { PoisonMessage, QUEUES } from '#messaging';
import type { Delivery } from '#messaging';
import { Worker } from './worker';

/** What the broker says of a message: whether somebody had it before and did not acknowledge it. */
type Delivered = { readonly fields: Pick<Delivery['fields'], 'redelivered'> };

/** Takes work messages off the queue. */
@Controller()
export class WorkController {
  constructor(private readonly worker: Worker) {}

  @EventPattern(QUEUES.work)
  async take(@Payload() message: unknown, @Ctx() delivery: Delivered): Promise<void> {
    if (!isWorkMessage(message)) {
      throw new PoisonMessage(`a work message is {"node_ids": [numbers]}, with 1 to ${NODES_PER_MESSAGE} of them`);
    }
    await this.worker.handle(message.node_ids, { again: delivery.fields.redelivered });
  }
}

function isWorkMessage(message: unknown): message is WorkMessage {
  const ids = (message as { node_ids?: unknown } | null)?.node_ids;
  return (
    Array.isArray(ids) &&
    ids.length > 0 &&
    ids.length <= NODES_PER_MESSAGE &&
    ids.every((id) => Number.isSafeInteger(id))
  );
}
