import { Describes, Field, schema } from '#contracts';
import type { JsonObject } from '#contracts';
import { MarkResourceDto } from '../../resources/dto/mark-resource.dto';
import { ResourceAnswerDto } from '../../resources/dto/resource.dto';
import type { RouteContract, RouteContracts } from '../route-contract';

@Describes('The metadata of a resource.')
export class MetadataAnswerDto {
  @Field(schema.object())
  metadata!: JsonObject;
}

const METADATA = { 200: { description: 'The metadata as it is now.', body: schema.one(() => MetadataAnswerDto) } };

/** A signal may say anything, or nothing. */
const SIGNAL: Pick<RouteContract, 'body' | 'answers'> = {
  body: { shape: schema.anything('The data of the signal.'), isOptional: true, example: { status: 'SUCCESS' } },
  answers: { 202: { description: 'The signal is stored.' } },
};

export const RESOURCE_PART_CONTRACTS: RouteContracts = {
  'PATCH /v2/stacks/{stack_id}/resources/{resource_name}': {
    id: 'markResource',
    tag: 'resources',
    summary: 'Marks a resource as unhealthy, or as healthy again.',
    headers: ['Idempotency-Key'],
    body: { shape: MarkResourceDto },
    answers: { 200: { description: 'The resource as it is now.', body: schema.one(() => ResourceAnswerDto) } },
    problems: ['conflict'],
  },
  'GET /v2/stacks/{stack_id}/resources/{resource_name}/metadata': {
    id: 'showMetadata',
    tag: 'resources',
    summary: 'Shows the metadata of a resource.',
    answers: METADATA,
  },
  'PUT /v2/stacks/{stack_id}/resources/{resource_name}/metadata': {
    id: 'replaceMetadata',
    tag: 'resources',
    summary: 'Replaces the metadata of a resource.',
    headers: ['Idempotency-Key'],
    body: { shape: schema.object('The metadata.'), wrapper: 'metadata' },
    answers: METADATA,
  },
  'PATCH /v2/stacks/{stack_id}/resources/{resource_name}/metadata': {
    id: 'mergeMetadata',
    tag: 'resources',
    summary: 'Merges into the metadata of a resource (RFC 7396).',
    headers: ['Idempotency-Key'],
    body: { shape: schema.object('What changes.'), wrapper: 'metadata' },
    answers: METADATA,
  },
  'POST /v2/stacks/{stack_id}/resources/{resource_name}/signal': {
    id: 'signalResource',
    tag: 'resources',
    summary: 'Signals a resource; `{"unset_hook": "pre-update"}` lets it go on at a hook.',
    headers: ['Idempotency-Key'],
    ...SIGNAL,
    problems: ['conflict'],
  },
  'POST /v2/signals/{token}': {
    id: 'signalByToken',
    tag: 'resources',
    summary: 'Signals the resource whose URL this is.',
    ...SIGNAL,
  },
};
