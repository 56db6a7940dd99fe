import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { TimerKind } from './words';
import { bigintAsNumber } from './bigint';

/** Something that is due at a time, whoever is alive then. */
@Entity('timers')
@Index('timers_due', ['dueAt'])
@Index('timers_operation', ['operationId'])
@Index('timers_node', ['nodeId'], { where: 'node_id IS NOT NULL' })
export class Timer {
  @PrimaryColumn({ type: 'bigint', transformer: bigintAsNumber, generated: 'identity' })
  id!: number;

  @Column({ type: 'text' })
  kind!: TimerKind;

  @Column({ type: 'timestamptz', name: 'due_at' })
  dueAt!: Date;

  @Column({ type: 'uuid', name: 'root_id' })
  rootId!: string;

  @Column({ type: 'uuid', name: 'operation_id' })
  operationId!: string;

  @Column({ type: 'bigint', name: 'node_id', nullable: true, transformer: bigintAsNumber })
  nodeId!: number | null;
}
