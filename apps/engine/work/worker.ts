import type { DataSource } from 'typeorm';
import type { NodeId } from '#contracts';
import { QUEUES } from '#messaging';
import type { BrokerServer } from '#messaging';
import type { Failpoints } from '#process';
import type { Applied } from '../commit/apply-changes';
import type { Change } from '../commit/change';
import type { Effects } from '../database/root-transaction';
import { withSession } from '../database/session';
import type { PreparedStacks } from '../definitions/prepared-stacks';
import { isNeedless, isSuspect } from './claimed-node';
import type { ClaimedNode } from './claimed-node';
import type { EffectsPublisher } from './effects-publisher';
import type { Room } from './room';
import { READ_PUBLISHED } from './statements';
import type { StepRunner } from './step-runner';

export interface WorkerPorts {
  database: DataSource;
  prepared: PreparedStacks;
  runner: StepRunner;
  room: Room;
  publisher: EffectsPublisher;
  server: BrokerServer;
  failpoints: Failpoints;
  isInstant(node: ClaimedNode): boolean;
  commit(change: Change): Promise<boolean>;
}

/** Taking work again only well below the limit keeps the consumer from being switched on and off all the time. */
const RESUME_BELOW = 0.8;

/** Takes nodes from the work queue as far as there is room, claims them, and hands them to the step runner. */
export class Worker {
  private paused = false;
  private draining = false;
  private claimsSuspect = false;

  constructor(
    private readonly ports: WorkerPorts,
    private readonly maxInFlight: number,
  ) {}

  /**
   * Handles one work message. Resolves when its nodes are claimed (the intent is on disk) or, for those that touch
   * nothing outside, done; the message may then be acknowledged. One that comes again may have killed who had it: all
   * its nodes are claimed, so that the attempt counts.
   */
  async handle(ids: readonly NodeId[], { again }: { again: boolean }): Promise<void> {
    const nodes = await withSession(this.ports.database, (session) => session.rows<ClaimedNode>(READ_PUBLISHED, [ids]));
    const readAt = performance.now();
    for (const node of nodes) node.read_at = readAt;
    // Which types are instant is in the definitions; one that can't be read makes its nodes fail with the reason.
    await Promise.all(
      [...new Set(nodes.map((node) => node.definition_id))].map((id) =>
        this.ports.prepared.get(id).catch(() => undefined),
      ),
    );
    const admitted = this.admit(nodes);
    const accepted = admitted.slice(0, this.ports.room.take(admitted.length));
    const refused = nodes.filter((node) => !accepted.includes(node));
    const instant = accepted.filter((node) => !again && node.attempts === 0 && this.needsNoClaim(node));
    const others = accepted.filter((node) => !instant.includes(node));
    // What runs, or is handed on by its claim's commit, is counted as busy when its room is given back.
    const running = this.runHere(instant);
    this.ports.room.giveBack(instant.length);
    await Promise.all([
      running,
      this.claim(others),
      ...refused.map((node) => this.ports.commit({ kind: 'put-back', rootId: node.root_id, nodeId: node.id })),
    ]);
  }

  /** Called after each commit: goes on with what was claimed, publishes what became ready. */
  committed({ effects }: Pick<Applied, 'effects'>): void {
    this.ports.failpoints.reach('after-commit');
    this.follow(effects);
  }

  follow(effects: Effects): void {
    if (effects.taken.length > 0) {
      if (effects.taken.some((node) => !this.ports.isInstant(node))) this.ports.failpoints.reach('after-claim');
      void this.runHere(effects.taken);
    }
    this.ports.room.giveBack(effects.roomTaken);
    this.ports.publisher.publish(effects);
    this.adjustConsumption();
  }

  /** Takes nothing more; what is under way goes on. */
  async drain(): Promise<void> {
    this.draining = true;
    this.ports.room.close();
    await Promise.all([QUEUES.work, QUEUES.commands].map((queue) => this.ports.server.setPaused(queue, true)));
  }

  /** All, but of suspects one, and none while another is at work here. */
  private admit(nodes: readonly ClaimedNode[]): readonly ClaimedNode[] {
    const suspects = nodes.filter(isSuspect);
    if (suspects.length === 0) return nodes;
    const alone = this.claimsSuspect || this.ports.runner.hasSuspect ? undefined : suspects[0];
    return nodes.filter((node) => !isSuspect(node) || node === alone);
  }

  /** Making or removing what touches nothing outside, and doing nothing, may be one commit with the claim. */
  private needsNoClaim(node: ClaimedNode): boolean {
    if (isNeedless(node)) return true;
    return node.task !== 'decide' && node.task !== 'update' && this.ports.isInstant(node);
  }

  private async claim(nodes: readonly ClaimedNode[]): Promise<void> {
    const hasSuspect = nodes.some(isSuspect);
    this.claimsSuspect ||= hasSuspect;
    try {
      await Promise.all(
        nodes.map((node) => this.ports.commit({ kind: 'claim', rootId: node.root_id, nodeId: node.id })),
      );
    } finally {
      if (hasSuspect) this.claimsSuspect = false;
      this.ports.room.giveBack(nodes.length);
      this.adjustConsumption();
    }
  }

  private async runHere(nodes: readonly ClaimedNode[]): Promise<void> {
    const run = this.ports.runner.run(nodes);
    this.adjustConsumption();
    await run;
    this.adjustConsumption();
  }

  private adjustConsumption(): void {
    if (this.draining) return;
    const busy = this.ports.runner.busy;
    if (!this.paused && busy >= this.maxInFlight) this.setPaused(true);
    else if (this.paused && busy < RESUME_BELOW * this.maxInFlight) this.setPaused(false);
  }

  private setPaused(paused: boolean): void {
    this.paused = paused;
    void this.ports.server.setPaused(QUEUES.work, paused);
  }
}
