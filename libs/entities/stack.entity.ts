import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Action, JsonObject, Status } from '#contracts';

/** A named set of resources owned by one project. */
@Entity('stacks')
@Index('stacks_living_name', ['project', 'name'], { unique: true, where: 'deleted_at IS NULL' })
@Index('stacks_listed', ['project', 'createdAt', 'id'])
@Index('stacks_shown', ['project', 'createdAt', 'id'], { where: 'deleted_at IS NULL AND parent_id IS NULL' })
@Index('stacks_by_name', ['project', 'name', 'createdAt', 'id'])
@Index('stacks_by_action', ['project', 'action', 'createdAt', 'id'])
@Index('stacks_by_status', ['project', 'status', 'createdAt', 'id'])
@Index('stacks_nested', ['parentId', 'createdAt', 'id'], { where: 'parent_id IS NOT NULL' })
@Index('stacks_by_age', ['createdAt', 'id'])
// Over an expression, and of tags: only the migration can say these.
@Index('stacks_by_update', { synchronize: false })
@Index('stacks_by_tag', { synchronize: false })
@Index('stacks_root', ['rootId'])
@Index('stacks_deleted', ['deletedAt'], { where: 'deleted_at IS NOT NULL' })
export class Stack {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'root_id' })
  rootId!: string;

  @Column({ type: 'uuid', name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column({ type: 'text' })
  project!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', default: '' })
  description!: string;

  @Column({ type: 'text' })
  action!: Action;

  @Column({ type: 'text' })
  status!: Status;

  @Column({ type: 'text', name: 'status_reason', default: '' })
  statusReason!: string;

  @Column({ type: 'uuid', name: 'operation_id' })
  operationId!: string;

  @Column({ type: 'uuid', name: 'definition_id' })
  definitionId!: string;

  /** The last definition that the stack was made whole by: what a failed update goes back to. */
  @Column({ type: 'uuid', name: 'good_definition_id', nullable: true })
  goodDefinitionId!: string | null;

  @Column({ type: 'json', name: 'shown_parameters' })
  shownParameters!: JsonObject;

  @Column({ type: 'text', array: true, default: [] })
  tags!: string[];

  @Column({ type: 'boolean', name: 'disable_rollback', default: true })
  disableRollback!: boolean;

  @Column({ type: 'integer', name: 'timeout_mins', nullable: true })
  timeoutMins!: number | null;

  @Column({ type: 'text', default: '' })
  owner!: string;

  @Column({ type: 'integer', default: 1 })
  revision!: number;

  @Column({ type: 'bytea', name: 'sealed_outputs', nullable: true })
  sealedOutputs!: Buffer | null;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', nullable: true })
  updatedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;
}
