import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { NodePhase, NodeState, NodeTask } from './words';
import { bigintAsNumber, bigintsAsNumbers } from './bigint';

/** One step of an operation that is still to be done: a resource and a phase. */
@Entity('nodes')
@Index('nodes_operation', ['operationId'])
@Index('nodes_ready', ['operationId', 'id'], { where: "state = 'ready'" })
@Index('nodes_begun', ['operationId'], { where: "state = 'ready' AND token > 0" })
@Index('nodes_suspect', ['operationId', 'id'], { where: "state = 'ready' AND attempts >= 3" })
@Index('nodes_published', ['publishedAt'], { where: "state = 'published'" })
@Index('nodes_awaits', ['awaits'], { where: 'awaits IS NOT NULL' })
@Index('nodes_running', ['workerId'], { where: "state = 'running'" })
export class Node {
  @PrimaryColumn({ type: 'bigint', transformer: bigintAsNumber })
  id!: number;

  @Column({ type: 'uuid', name: 'operation_id' })
  operationId!: string;

  @Column({ type: 'uuid', name: 'root_id' })
  rootId!: string;

  @Column({ type: 'uuid', name: 'resource_id' })
  resourceId!: string;

  @Column({ type: 'text' })
  phase!: NodePhase;

  @Column({ type: 'text' })
  task!: NodeTask;

  @Column({ type: 'text' })
  state!: NodeState;

  @Column({ type: 'integer', name: 'waiting_for' })
  waitingFor!: number;

  @Column({ type: 'bigint', array: true, transformer: bigintsAsNumbers })
  dependents!: number[];

  @Column({ type: 'integer', default: 0 })
  token!: number;

  @Column({ type: 'uuid', name: 'worker_id', nullable: true })
  workerId!: string | null;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ type: 'timestamptz', name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  deadline!: Date | null;

  @Column({ type: 'bytea', name: 'sealed_step_state', nullable: true })
  sealedStepState!: Buffer | null;

  /** The resource whose signals wake it while it is parked. */
  @Column({ type: 'uuid', nullable: true })
  awaits!: string | null;
}
