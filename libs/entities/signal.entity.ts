import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { bigintAsNumber } from './bigint';

/** What somebody told a resource; one that has the id of an earlier one takes its place, under a new number. */
@Entity('signals')
@Index('signals_key', ['resourceId', 'key'], { unique: true })
@Index('signals_resource', ['resourceId', 'id'])
export class Signal {
  @PrimaryColumn({ type: 'bigint', transformer: bigintAsNumber, generated: 'identity' })
  id!: number;

  @Column({ type: 'uuid', name: 'resource_id' })
  resourceId!: string;

  /** SHA-256 of the id that the signal gave itself, or got. */
  @Column({ type: 'bytea' })
  key!: Buffer;

  @Column({ type: 'bytea', name: 'sealed_body' })
  sealedBody!: Buffer;
}
