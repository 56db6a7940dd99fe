import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Action, Status } from '#contracts';
import type { DeletionPolicy } from './words';

/** One incarnation of a named resource; a replacement is a new row that points at the one it replaces. */
@Entity('resources')
@Index('resources_name', ['stackId', 'name', 'id'], { unique: true })
@Index('resources_replaces', ['replaces'], { where: 'replaces IS NOT NULL' })
@Index('resources_signal', ['signalDigest'], { unique: true, where: 'signal_digest IS NOT NULL' })
export class Resource {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'stack_id' })
  stackId!: string;

  @Column({ type: 'uuid', name: 'root_id' })
  rootId!: string;

  @Column({ type: 'uuid', name: 'definition_id' })
  definitionId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  type!: string;

  /** The type that makes it, after the environment's mapping. */
  @Column({ type: 'text', name: 'made_type' })
  madeType!: string;

  @Column({ type: 'text', default: 'INIT' })
  action!: Action;

  @Column({ type: 'text', default: 'COMPLETE' })
  status!: Status;

  @Column({ type: 'text', name: 'status_reason', default: '' })
  statusReason!: string;

  @Column({ type: 'text', name: 'physical_id', nullable: true })
  physicalId!: string | null;

  @Column({ type: 'text', array: true })
  requires!: string[];

  @Column({ type: 'text', name: 'required_by', array: true })
  requiredBy!: string[];

  @Column({ type: 'text', name: 'deletion_policy' })
  deletionPolicy!: DeletionPolicy;

  @Column({ type: 'bytea', name: 'sealed_properties', nullable: true })
  sealedProperties!: Buffer | null;

  @Column({ type: 'bytea', name: 'sealed_attributes', nullable: true })
  sealedAttributes!: Buffer | null;

  @Column({ type: 'bytea', name: 'sealed_metadata', nullable: true })
  sealedMetadata!: Buffer | null;

  /** What a request set in place of it; gone as soon as an update brings other metadata. */
  @Column({ type: 'bytea', name: 'sealed_set_metadata', nullable: true })
  sealedSetMetadata!: Buffer | null;

  /** Somebody says that it is of no use any more; stays until that is taken back or another one takes its place. */
  @Column({ type: 'boolean', name: 'marked_unhealthy', default: false })
  markedUnhealthy!: boolean;

  /** SHA-256 of the token in the URL that it takes signals at. */
  @Column({ type: 'bytea', name: 'signal_digest', nullable: true })
  signalDigest!: Buffer | null;

  @Column({ type: 'uuid', nullable: true })
  replaces!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', nullable: true })
  updatedAt!: Date | null;
}
