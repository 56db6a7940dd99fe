import { ACTIONS, Describes, Field, OptionalField, STATUSES, schema } from '#contracts';
import type { Json } from '#contracts';
import { OperationAnswerDto } from '../../operations/dto/operation.dto';
import { LinkDto, PageDto } from '../../requests/dto/link.dto';
import type { RouteContracts } from '../route-contract';

@Describes('An action: one of these, with its options or `null`.')
export class ActionDto {
  @OptionalField(schema.orNull(schema.object('The running operation starts no further step.')))
  pause?: Json;

  @OptionalField(schema.orNull(schema.object('Resources are suspended, in reverse order of dependency.')))
  suspend?: Json;

  @OptionalField(schema.orNull(schema.object('Undoes `pause` or `suspend`.')))
  resume?: Json;

  @OptionalField(schema.orNull(schema.object('Compares every resource with the outside world.')))
  check?: Json;

  @OptionalField(schema.orNull(schema.object('The same, and repairs what differs.')))
  converge?: Json;

  @OptionalField(
    schema.orNull({
      ...schema.object('Ends the running update, and goes back to the last good template unless `rollback` is false.'),
      properties: { rollback: { type: 'boolean', default: true } },
      additionalProperties: false,
    }),
  )
  cancel_update?: Json;

  @OptionalField(schema.orNull(schema.object('A failed operation goes on from where it failed.')))
  retry?: Json;

  @OptionalField({
    ...schema.object('Goes back to a snapshot.'),
    properties: { snapshot_id: schema.uuid() },
    required: ['snapshot_id'],
    additionalProperties: false,
  })
  restore?: Json;

  @OptionalField(schema.orNull(schema.object('The records go, the outside world stays; the result can be adopted.')))
  abandon?: Json;

  @OptionalField(schema.orNull(schema.object('The same, and nothing changes.')))
  export?: Json;
}

@Describes('A state of a stack that it can go back to.')
export class SnapshotDto {
  @Field(schema.uuid('Names the snapshot in paths.'))
  id!: string;

  @Field(schema.orNull(schema.text('What its maker called it.')))
  name!: string | null;

  @Field(schema.uuid('Its stack.'))
  stack_id!: string;

  @Field(schema.words(ACTIONS))
  action!: string;

  @Field(schema.words(STATUSES))
  status!: string;

  @Field(schema.text())
  status_reason!: string;

  @Field(schema.time('When it was asked for.'))
  created_at!: string;

  @Field(schema.list(schema.one(() => LinkDto)))
  links!: readonly LinkDto[];
}

@Describes('One snapshot.')
export class SnapshotAnswerDto {
  @Field(schema.one(() => SnapshotDto))
  snapshot!: SnapshotDto;
}

@Describes('A page of snapshots.')
export class SnapshotListDto extends PageDto {
  @Field(schema.list(schema.one(() => SnapshotDto)))
  snapshots!: readonly SnapshotDto[];
}

@Describes('A snapshot to be made.')
export class CreateSnapshotDto {
  @OptionalField(schema.text('What to call it.', { maxLength: 255 }))
  name?: string;
}

export const LATER_STACK_PART_CONTRACTS: RouteContracts = {
  'POST /v2/stacks/{stack_id}/actions': {
    id: 'actOnStack',
    tag: 'stacks',
    summary: 'Starts an action; the one key of the body names it.',
    headers: ['Idempotency-Key', 'If-Match'],
    body: { shape: ActionDto, example: { check: null } },
    answers: {
      202: {
        description: 'The operation is accepted.',
        body: schema.one(() => OperationAnswerDto),
        headers: ['Location'],
      },
    },
    problems: ['conflict'],
  },
  'GET /v2/stacks/{stack_id}/snapshots': {
    id: 'listSnapshots',
    tag: 'snapshots',
    summary: 'Lists the snapshots of a stack.',
    answers: { 200: { description: 'A page of snapshots.', body: schema.one(() => SnapshotListDto) } },
  },
  'POST /v2/stacks/{stack_id}/snapshots': {
    id: 'createSnapshot',
    tag: 'snapshots',
    summary: 'Makes a snapshot.',
    headers: ['Idempotency-Key'],
    body: { shape: CreateSnapshotDto, isOptional: true },
    answers: {
      202: {
        description: 'The work is accepted.',
        body: schema.one(() => SnapshotAnswerDto),
        headers: ['Location'],
      },
    },
    problems: ['conflict'],
  },
  'GET /v2/stacks/{stack_id}/snapshots/{snapshot_id}': {
    id: 'showSnapshot',
    tag: 'snapshots',
    summary: 'Shows a snapshot.',
    answers: { 200: { description: 'The snapshot.', body: schema.one(() => SnapshotAnswerDto) } },
  },
  'DELETE /v2/stacks/{stack_id}/snapshots/{snapshot_id}': {
    id: 'deleteSnapshot',
    tag: 'snapshots',
    summary: 'Removes a snapshot.',
    headers: ['Idempotency-Key'],
    answers: { 204: { description: 'It is gone.' } },
    problems: ['conflict'],
  },
};
