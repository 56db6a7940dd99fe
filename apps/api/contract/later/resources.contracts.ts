import { schema } from '#contracts';
import { MarkResourceDto } from '../../resources/dto/mark-resource.dto';
import { ResourceAnswerDto } from '../../resources/dto/resource.dto';
import type { RouteContracts } from '../route-contract';

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
};
