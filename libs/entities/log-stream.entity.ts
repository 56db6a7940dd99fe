import { Column, Entity, PrimaryColumn } from 'typeorm';
import { bigintAsNumber } from './bigint';

/** The epoch of a partition’s retained log, and how far it is indexed. */
@Entity('log_streams')
export class LogStream {
  @PrimaryColumn({ type: 'smallint' })
  partition!: number;

  @Column({ type: 'integer' })
  epoch!: number;

  @Column({ type: 'bigint', name: 'indexed_to', default: -1, transformer: bigintAsNumber })
  indexedTo!: number;

  @Column({ type: 'timestamptz', name: 'started_at', default: () => 'now()' })
  startedAt!: Date;
}
