import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RunnableAction, Status } from '#contracts';
import type { OperationStage } from './words';

/** One run of one action over a stack’s graph, with the counters that the group commit keeps. */
@Entity('operations')
@Index('operations_stack', ['stackId', 'createdAt'])
@Index('operations_unplanned', ['publishedAt'], { where: "stage = 'requested'" })
@Index('operations_open', ['project'], { where: "stage <> 'settled'" })
export class Operation {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'stack_id' })
  stackId!: string;

  @Column({ type: 'uuid', name: 'root_id' })
  rootId!: string;

  @Column({ type: 'text' })
  project!: string;

  @Column({ type: 'uuid', name: 'definition_id' })
  definitionId!: string;

  @Column({ type: 'text' })
  action!: RunnableAction;

  @Column({ type: 'text' })
  status!: Status;

  @Column({ type: 'text', name: 'status_reason', default: '' })
  statusReason!: string;

  @Column({ type: 'text' })
  stage!: OperationStage;

  @Column({ type: 'integer', default: 0 })
  total!: number;

  /** Nodes that clean up, and wait until all others have ended well. */
  @Column({ type: 'integer', default: 0 })
  held!: number;

  @Column({ type: 'integer', default: 0 })
  ready!: number;

  @Column({ type: 'integer', default: 0 })
  published!: number;

  @Column({ type: 'integer', default: 0 })
  running!: number;

  @Column({ type: 'integer', default: 0 })
  parked!: number;

  @Column({ type: 'integer', default: 0 })
  done!: number;

  @Column({ type: 'integer', default: 0 })
  failed!: number;

  @Column({ type: 'integer', default: 0 })
  cancelled!: number;

  @Column({ type: 'text', name: 'first_failure', nullable: true })
  firstFailure!: string | null;

  @Column({ type: 'uuid', name: 'worker_id', nullable: true })
  workerId!: string | null;

  @Column({ type: 'integer', default: 0 })
  token!: number;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ type: 'timestamptz', name: 'published_at', default: () => 'now()' })
  publishedAt!: Date;

  @Column({ type: 'uuid', name: 'superseded_by', nullable: true })
  supersededBy!: string | null;

  @Column({ type: 'text', name: 'requested_by', default: '' })
  requestedBy!: string;

  @Column({ type: 'text', name: 'request_id' })
  requestId!: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  deadline!: Date | null;

  /** Since when nothing of it is begun; its deadline is put off by the time until it goes on. */
  @Column({ type: 'timestamptz', name: 'paused_at', nullable: true })
  pausedAt!: Date | null;

  /** When it was asked to end without being undone. */
  @Column({ type: 'timestamptz', name: 'cancel_requested_at', nullable: true })
  cancelRequestedAt!: Date | null;
}
