import { schema } from '#contracts';
import type { RouteContracts } from '../contract/route-contract';
import { ListResourcesQuery } from './dto/list-resources.query';
import { ResourceAnswerDto, ResourceListDto } from './dto/resource.dto';
import { ShowResourceQuery } from './dto/show-resource.query';

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
};
