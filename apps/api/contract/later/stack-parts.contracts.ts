import { ACTIONS, Describes, Field, STATUSES, schema } from '#contracts';
import { ActionDto } from '../../actions/dto/action.dto';
import { OperationAnswerDto } from '../../operations/dto/operation.dto';
import { LinkDto, PageDto } from '../../requests/dto/link.dto';
import { CreateSnapshotDto } from '../../snapshots/dto/create-snapshot.dto';
import { OutputDto } from '../../stacks/dto/stack.dto';
import type { RouteContracts } from '../route-contract';

@Describes('The outputs of a stack.')
export class OutputListDto {
  @Field(schema.list(schema.one(() => OutputDto)))
  outputs!: readonly OutputDto[];
}

@Describes('One output.')
export class OutputAnswerDto {
  @Field(schema.one(() => OutputDto))
  output!: OutputDto;
}

@Describes('The nodes and edges of a stack.')
export class GraphDto {
  @Field(schema.list(schema.object('A resource.')))
  nodes!: readonly object[];

  @Field(schema.list(schema.object('A resource and one that it needs.')))
  edges!: readonly object[];
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

export const STACK_PART_CONTRACTS: RouteContracts = {
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
  'GET /v2/stacks/{stack_id}/environment': {
    id: 'showEnvironment',
    tag: 'stacks',
    summary: 'Shows the environment as it was last accepted, hidden parameters masked.',
    answers: { 200: { description: 'The bare environment.', body: schema.object() } },
  },
  'GET /v2/stacks/{stack_id}/files': {
    id: 'showFiles',
    tag: 'stacks',
    summary: 'Shows the files as they were last accepted.',
    answers: { 200: { description: 'The bare map of names to texts.', body: schema.object() } },
  },
  'GET /v2/stacks/{stack_id}/outputs': {
    id: 'listOutputs',
    tag: 'stacks',
    summary: 'Shows the outputs of a stack.',
    answers: { 200: { description: 'The outputs.', body: schema.one(() => OutputListDto) } },
  },
  'GET /v2/stacks/{stack_id}/outputs/{output_key}': {
    id: 'showOutput',
    tag: 'stacks',
    summary: 'Shows one output.',
    answers: { 200: { description: 'The output.', body: schema.one(() => OutputAnswerDto) } },
  },
  'GET /v2/stacks/{stack_id}/graph': {
    id: 'showGraph',
    tag: 'stacks',
    summary: 'Shows which resource needs which.',
    answers: {
      200: {
        description: 'The graph, as JSON or as DOT.',
        body: schema.one(() => GraphDto),
        others: { 'text/vnd.graphviz': schema.text() },
      },
    },
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
