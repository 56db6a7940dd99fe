import { schema } from '#contracts';
import type { RouteContracts } from '../contract/route-contract';
import { ListOperationsQuery } from './dto/list-operations.query';
import { OperationAnswerDto, OperationListDto } from './dto/operation.dto';

export const OPERATION_CONTRACTS: RouteContracts = {
  'GET /v2/stacks/{stack_id}/operations': {
    id: 'listOperations',
    tag: 'operations',
    summary: 'Lists the operations of a stack, also of a deleted one that is still listed.',
    query: ListOperationsQuery,
    answers: { 200: { description: 'A page of operations.', body: schema.one(() => OperationListDto) } },
  },
  'GET /v2/stacks/{stack_id}/operations/{operation_id}': {
    id: 'showOperation',
    tag: 'operations',
    summary: 'Shows an operation.',
    answers: { 200: { description: 'The operation.', body: schema.one(() => OperationAnswerDto) } },
  },
};
