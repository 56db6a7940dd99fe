import { schema } from '#contracts';
import type { RouteContracts } from '../contract/route-contract';
import { ListResourcesQuery } from './dto/list-resources.query';
import { MarkResourceDto } from './dto/mark-resource.dto';
import { MetadataAnswerDto } from './dto/metadata.dto';
import { ResourceAnswerDto, ResourceListDto } from './dto/resource.dto';
import { ShowResourceQuery } from './dto/show-resource.query';

const METADATA = { 200: { description: 'The metadata as it is now.', body: schema.one(() => MetadataAnswerDto) } };

export const RESOURCE_CONTRACTS: RouteContracts = {
  'GET /v2/stacks/{stack_id}/resources': {
    id: 'listResources',
    tag: 'resources',
    summary: 'Lists the resources of a stack: of each name the incarnation that counts.',
    query: ListResourcesQuery,
    answers: { 200: { description: 'A page of resources.', body: schema.one(() => ResourceListDto) } },
  },
  'GET /v2/stacks/{stack_id}/resources/{resource_name}': {
    id: 'showResource',
    tag: 'resources',
    summary: 'Shows a resource with its attributes.',
    query: ShowResourceQuery,
    answers: { 200: { description: 'The resource.', body: schema.one(() => ResourceAnswerDto) } },
  },
  'PATCH /v2/stacks/{stack_id}/resources/{resource_name}': {
    id: 'markResource',
    tag: 'resources',
    summary:
      'Marks a resource as unhealthy, or as healthy again. What is marked is replaced by the next update or converge.',
    headers: ['Idempotency-Key'],
    body: { shape: MarkResourceDto },
    answers: { 200: { description: 'The resource as it is now.', body: schema.one(() => ResourceAnswerDto) } },
    problems: ['conflict'],
  },
  'GET /v2/stacks/{stack_id}/resources/{resource_name}/metadata': {
    id: 'showMetadata',
    tag: 'resources',
    summary: "Shows the metadata of a resource: the template's, or what was set since.",
    answers: METADATA,
  },
  'PUT /v2/stacks/{stack_id}/resources/{resource_name}/metadata': {
    id: 'replaceMetadata',
    tag: 'resources',
    summary: 'Replaces the metadata of a resource; an update that brings other metadata takes its place.',
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
};
