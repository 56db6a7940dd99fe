import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { CommandMessage } from '#contracts';
import { PoisonMessage, QUEUES } from '#messaging';
import { Planner } from './planner';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Takes commands off the queue. */
@Controller()
export class CommandController {
  constructor(private readonly planner: Planner) {}

  @EventPattern(QUEUES.commands)
  async take(@Payload() message: unknown): Promise<void> {
    if (!isCommand(message))
      throw new PoisonMessage('a command is {"operation_id": uuid, "stack_id": uuid, "request_id": text}');
    await this.planner.plan(message);
  }
}

function isCommand(message: unknown): message is CommandMessage {
  const id = (message as { operation_id?: unknown } | null)?.operation_id;
  return typeof id === 'string' && UUID.test(id);
}
