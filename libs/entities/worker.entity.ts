import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { JsonObject } from '#contracts';
import type { WorkerKind } from './words';

/** A process that is alive: one heartbeat row each. */
@Entity('workers')
export class Worker {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: WorkerKind;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'json', default: '{}' })
  holds!: JsonObject;

  @Column({ type: 'timestamptz', name: 'started_at', default: () => 'now()' })
  startedAt!: Date;

  @Column({ type: 'timestamptz', name: 'heartbeat_at', default: () => 'now()' })
  heartbeatAt!: Date;
}
