import type { JsonObject } from '#contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What was asked for, as accepted: template, files, environment and parameters. */
@Entity('definitions')
@Index('definitions_stack', ['stackId'])
export class Definition {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'stack_id' })
  stackId!: string;

  @Column({ type: 'uuid', name: 'root_id' })
  rootId!: string;

  @Column({ type: 'bytea', name: 'sealed_template' })
  sealedTemplate!: Buffer;

  @Column({ type: 'bytea', name: 'sealed_files' })
  sealedFiles!: Buffer;

  @Column({ type: 'bytea', name: 'sealed_environment' })
  sealedEnvironment!: Buffer;

  @Column({ type: 'bytea', name: 'sealed_parameters' })
  sealedParameters!: Buffer;

  /** What answers show of its parameters. */
  @Column({ type: 'json', name: 'shown_parameters', nullable: true })
  shownParameters!: JsonObject | null;

  @Column({ type: 'text', nullable: true })
  description!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
