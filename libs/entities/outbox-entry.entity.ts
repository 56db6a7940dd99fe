import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { bigintAsNumber } from './bigint';

/** A notification that is committed and not yet confirmed by the broker. */
@Entity('outbox')
@Index('outbox_root', ['rootId', 'sequence'])
export class OutboxEntry {
  @PrimaryColumn({ type: 'smallint' })
  partition!: number;

  @PrimaryColumn({ type: 'bigint', transformer: bigintAsNumber, generated: 'identity' })
  id!: number;

  @Column({ type: 'uuid', name: 'root_id' })
  rootId!: string;

  @Column({ type: 'bigint', transformer: bigintAsNumber })
  sequence!: number;

  @Column({ type: 'text', name: 'routing_key' })
  routingKey!: string;

  @Column({ type: 'text' })
  body!: string;
}
