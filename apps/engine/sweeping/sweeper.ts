import type { CommandMessage, NodeId, OperationId, RootId } from '#contracts';
import type { Heartbeat } from '#process';
import { underRoots } from '../database/root-transaction';
import type { Effects } from '../database/root-transaction';
import { withSession } from '../database/session';
import { publishSuspects } from '../operations/dispatch';
import type { ReadyNode } from '../operations/dispatch';
import type { Demands } from '../operations/demands';
import { goOn } from '../operations/go-on';
import type { EffectsPublisher } from '../work/effects-publisher';
import { byRoot } from './by-root';
import {
  ANY_UNTAKEN,
  COUNT_DEMAND,
  DROP_STALE_WORKERS,
  FIND_RESTING,
  FIND_SUSPECTS,
  RECALL_COMMANDS,
  RECALL_NODES,
} from './statements';
import { purgeDeletedStacks } from './purge';
import type { SweepTools } from './sweep-tools';
import { failOverdueNodes, ForgottenClaims, takeBackLostNodes } from './take-back';
import { fireTimers } from './timers';

export interface SweeperPorts extends SweepTools {
  heartbeat: Heartbeat;
  publisher: EffectsPublisher;
  demands: Demands;
  follow(effects: Effects): void;
  /** How many messages of the work queue wait to be taken; undefined while the broker is away, or takes nothing. */
  waitingMessages(): Promise<number | undefined>;
  /** Operations that this engine is planning right now. */
  beingPlanned(): OperationId[];
  /** Whether this engine works on a claim. */
  holds(claim: { id: NodeId; token: number }): boolean;
}

export interface SweepSettings {
  sweepMs: number;
  republishMs: number;
  deletedStacksKeptDays: number;
}

/** How many times longer a node is left to a work queue that is not empty. */
const QUEUED_FACTOR = 12;

/**
 * Finds what a lost message, a dead worker or a passed time left lying, and says it again. Every engine sweeps; the
 * statements are conditional, so that two at once do no harm.
 */
export class Sweeper {
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();
  private stopped = false;
  private readonly forgotten: ForgottenClaims;

  constructor(
    private readonly ports: SweeperPorts,
    private readonly settings: SweepSettings,
  ) {
    this.forgotten = new ForgottenClaims({ ...ports, workerId: ports.heartbeat.workerId });
  }

  start(): void {
    this.timer = setTimeout(() => {
      this.sweeping = this.sweep().finally(() => {
        if (!this.stopped) this.start();
      });
    }, this.settings.sweepMs);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.sweeping;
  }

  /** One round. A part that fails is logged and does not keep the others from their turn. */
  async sweep(): Promise<void> {
    const parts: Record<string, () => Promise<unknown>> = {
      demand: () => this.countDemand(),
      timers: () => this.follow(fireTimers(this.ports)),
      commands: () => this.recallCommands(),
      nodes: () => this.recallNodes(),
      resting: () => this.dispatchResting(),
      suspects: () => this.dispatchSuspects(),
      forgotten: () => this.follow(this.forgotten.takeBack()),
      leases: () => this.takeBack(),
      purge: () => purgeDeletedStacks(this.ports, this.settings.deletedStacksKeptDays),
    };
    for (const [part, run] of Object.entries(parts)) {
      await run().catch((error: unknown) => {
        this.ports.log.warn({ part, reason: error instanceof Error ? error.message : String(error) }, 'a sweep failed');
      });
    }
  }

  private async countDemand(): Promise<void> {
    const rows = await this.query<{ project: string; operations: number }>(COUNT_DEMAND, []);
    this.ports.demands.update(rows);
  }

  private async recallCommands(): Promise<void> {
    const { republishMs } = this.settings;
    const { leaseMs, heartbeat } = this.ports;
    const values = [republishMs / 1_000, leaseMs / 1_000, heartbeat.workerId, this.ports.beingPlanned()];
    for (const command of await this.query<CommandMessage>(RECALL_COMMANDS, values))
      this.ports.publisher.publishCommand(command);
  }

  /** While messages wait to be taken, most likely what nobody took is in one of them: then it is repeated seldom. */
  private async recallNodes(): Promise<void> {
    const after = this.settings.republishMs / 1_000;
    const [found] = await this.query<{ untaken: boolean }>(ANY_UNTAKEN, [after]);
    if (!found?.untaken) return;
    const waiting = await this.ports.waitingMessages();
    if (waiting === undefined) return;
    const rows = await this.query<{ id: NodeId }>(RECALL_NODES, [waiting > 0 ? QUEUED_FACTOR * after : after]);
    this.ports.publisher.publishNodes(rows.map(({ id }) => id));
  }

  /** As nodes that were given back, or whose window was full, where no commit of their operation comes to let them go. */
  private async dispatchResting(): Promise<void> {
    const resting = await this.query<{ operation_id: OperationId; root_id: RootId }>(FIND_RESTING, []);
    const dispatch = (rows: typeof resting): Promise<Effects> => {
      const roots = rows.map((row) => row.root_id);
      const ids = rows.map((row) => row.operation_id);
      return underRoots(this.ports.database, roots, (transaction) => goOn(transaction, ids, this.ports));
    };
    await this.follow(byRoot(resting, (rows) => dispatch([...rows]), this.ports.log));
  }

  /** One of each operation at a time: who has no use for it gives it back, and the next sweep says it again. */
  private async dispatchSuspects(): Promise<void> {
    const found = await this.query<ReadyNode & { root_id: RootId }>(FIND_SUSPECTS, []);
    const publish = (nodes: typeof found): Promise<Effects> => {
      const roots = nodes.map((node) => node.root_id);
      return underRoots(this.ports.database, roots, (transaction) => publishSuspects(transaction, nodes));
    };
    await this.follow(byRoot(found, (nodes) => publish([...nodes]), this.ports.log));
  }

  /**
   * After a start or a gap of its own, others need a lease's time to show that they are alive, and, where the database
   * was away, to commit what they have ended.
   */
  private async takeBack(): Promise<void> {
    if (this.ports.heartbeat.steadyForMs < this.ports.leaseMs) return;
    await this.follow(takeBackLostNodes(this.ports));
    await this.follow(failOverdueNodes(this.ports));
    await this.query(DROP_STALE_WORKERS, [this.ports.leaseMs / 1_000]);
  }

  private async follow(done: Promise<Effects[]>): Promise<void> {
    for (const effects of await done) this.ports.follow(effects);
  }

  private query<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    return withSession(this.ports.database, (session) => session.rows<Row>(text, values));
  }
}
