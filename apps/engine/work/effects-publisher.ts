import { NODES_PER_MESSAGE } from '#contracts';
import type { CommandMessage, NodeId, WorkMessage } from '#contracts';
import { EXCHANGES, nudgeQueue, QUEUES } from '#messaging';
import type { Broker } from '#messaging';
import type { Failpoints, Logger } from '#process';
import type { Effects } from '../database/root-transaction';

/** Publishes what a commit made ready. Nothing waits for it: what is lost here, the sweeper says again. */
export class EffectsPublisher {
  /** Messages handed to the broker so far. */
  published = 0;
  private readonly nudging = new Set<number>();
  private readonly nudgeAgain = new Set<number>();

  constructor(
    private readonly broker: Broker,
    private readonly failpoints: Failpoints,
    private readonly log: Logger,
  ) {}

  publish(effects: Effects): void {
    this.publishNodes(effects.publish);
    for (const command of effects.commands) this.publishCommand(command);
    for (const partition of effects.partitions) this.nudge(partition);
  }

  publishNodes(ids: readonly NodeId[]): void {
    for (let from = 0; from < ids.length; from += NODES_PER_MESSAGE) {
      const message: WorkMessage = { node_ids: ids.slice(from, from + NODES_PER_MESSAGE) };
      this.send(EXCHANGES.work, QUEUES.work, message);
    }
  }

  publishCommand(command: CommandMessage): void {
    this.send(EXCHANGES.commands, QUEUES.commands, command);
  }

  /** One nudge a partition is under way at most; what comes meanwhile makes one more. */
  private nudge(partition: number): void {
    if (this.nudging.has(partition)) {
      this.nudgeAgain.add(partition);
      return;
    }
    this.nudging.add(partition);
    this.published += 1;
    void this.broker
      .publishJson('', nudgeQueue(partition), { partition })
      .catch(() => undefined)
      .then(() => {
        this.nudging.delete(partition);
        if (this.nudgeAgain.delete(partition)) this.nudge(partition);
      });
  }

  private send(exchange: string, key: string, message: object): void {
    this.published += 1;
    this.broker.publishJson(exchange, key, message).then(
      () => this.failpoints.reach('after-publish'),
      (error: unknown) =>
        this.log.debug(
          { reason: error instanceof Error ? error.message : String(error) },
          'not published; the sweeper repeats it',
        ),
    );
  }
}
