import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { NODES_PER_MESSAGE } from '#contracts';
import type { CommandMessage, NodeId, NudgeMessage, RunnableAction, WorkMessage } from '#contracts';
import { Broker, EXCHANGES, QUEUES, nudgeQueue } from '#messaging';

/**
 * Says after a commit that an operation was accepted. Nobody waits for it, and nothing is lost where it fails: the
 * engine's sweeper repeats the command, and the notifier looks by itself.
 */
@Injectable()
export class OperationAnnouncer {
  private readonly underway = new Set<Promise<void>>();

  constructor(
    private readonly broker: Broker,
    private readonly log: PinoLogger,
  ) {}

  announce(action: RunnableAction, command: CommandMessage, partition: number): void {
    const { stack_id, operation_id } = command;
    this.log.info({ stack_id, operation_id, action }, 'operation accepted');
    this.send(EXCHANGES.commands, QUEUES.commands, command);
    this.nudge(partition);
  }

  /** Says that an operation that was accepted earlier is to be looked at again. */
  wake(command: CommandMessage, partition: number): void {
    this.send(EXCHANGES.commands, QUEUES.commands, command);
    this.nudge(partition);
  }

  /** Says that there is something to tell. */
  nudge(partition: number): void {
    const nudge: NudgeMessage = { partition };
    this.send('', nudgeQueue(partition), nudge);
  }

  /** Says that nodes, which a request has published, wait to be claimed. */
  offer(nodes: readonly NodeId[]): void {
    for (let from = 0; from < nodes.length; from += NODES_PER_MESSAGE) {
      this.send(EXCHANGES.work, QUEUES.work, { node_ids: nodes.slice(from, from + NODES_PER_MESSAGE) });
    }
  }

  /** Resolves when nothing is underway any more; a publish gives up after a second. */
  async settled(): Promise<void> {
    await Promise.all(this.underway);
  }

  private send(exchange: string, key: string, message: CommandMessage | NudgeMessage | WorkMessage): void {
    const publish: Promise<void> = this.broker
      .publishJson(exchange, key, message)
      .catch(() => undefined)
      .finally(() => this.underway.delete(publish));
    this.underway.add(publish);
  }
}
