import { schema } from '#contracts';
import type { RouteContracts } from '../contract/route-contract';
import { ListResourceTypesQuery } from './dto/list-resource-types.query';
import { ResourceSchemaDto } from './dto/resource-schema.dto';
import { ResourceTypeListDto } from './dto/resource-type.dto';
import { SampleTemplateQuery } from './dto/sample-template.query';

export const RESOURCE_TYPE_CONTRACTS: RouteContracts = {
  'GET /v2/resource_types': {
    id: 'listResourceTypes',
    tag: 'resource types',
    summary: 'Lists the resource types that are known, by name.',
    query: ListResourceTypesQuery,
    answers: { 200: { description: 'A page of resource types.', body: schema.one(() => ResourceTypeListDto) } },
  },
  'GET /v2/resource_types/{type}': {
    id: 'showResourceType',
    tag: 'resource types',
    summary: 'Shows all that is known of a resource type.',
    answers: { 200: { description: 'The resource type.', body: schema.one(() => ResourceSchemaDto) } },
  },
  'GET /v2/resource_types/{type}/template': {
    id: 'showSampleTemplate',
    tag: 'resource types',
    summary: 'Makes a template of a resource type, with every property as a parameter.',
    query: SampleTemplateQuery,
    answers: { 200: { description: 'The template.', body: schema.object() } },
  },
};
