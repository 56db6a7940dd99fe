import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { bigintAsNumber } from './bigint';

/** Where in the retained log some of a root’s events lie. */
@Entity('log_stretches')
@Index('log_stretches_partition', ['partition', 'epoch', 'lastOffset'])
export class LogStretch {
  @PrimaryColumn({ type: 'uuid', name: 'root_id' })
  rootId!: string;

  @PrimaryColumn({ type: 'integer' })
  epoch!: number;

  @PrimaryColumn({ type: 'bigint', name: 'first_offset', transformer: bigintAsNumber })
  firstOffset!: number;

  @Column({ type: 'bigint', name: 'last_offset', transformer: bigintAsNumber })
  lastOffset!: number;

  @Column({ type: 'bigint', name: 'first_sequence', transformer: bigintAsNumber })
  firstSequence!: number;

  @Column({ type: 'bigint', name: 'last_sequence', transformer: bigintAsNumber })
  lastSequence!: number;

  @Column({ type: 'smallint' })
  partition!: number;
}
