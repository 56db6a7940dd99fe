import { Column, Entity, PrimaryColumn } from 'typeorm';
import { bigintAsNumber } from './bigint';

/** What a whole tree of stacks shares: its lock, its partition and its last sequence number. */
@Entity('roots')
export class Root {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  project!: string;

  @Column({ type: 'smallint' })
  partition!: number;

  @Column({ type: 'bigint', default: 0, transformer: bigintAsNumber })
  sequence!: number;
}
