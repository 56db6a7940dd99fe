import { ACTIONS, Describes, Field, STATUSES, schema } from '#contracts';
import { LinkDto, PageDto } from '../../requests/dto/link.dto';
import { CreateSnapshotDto } from '../../snapshots/dto/create-snapshot.dto';
import type { RouteContracts } from '../route-contract';

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

export const LATER_STACK_PART_CONTRACTS: RouteContracts = {
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
