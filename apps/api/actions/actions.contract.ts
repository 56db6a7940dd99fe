import { schema } from '#contracts';
import type { RouteContracts } from '../contract/route-contract';
import { OperationAnswerDto } from '../operations/dto/operation.dto';
import { ActionDto } from './dto/action.dto';

export const ACTION_CONTRACTS: RouteContracts = {
  'POST /v2/stacks/{stack_id}/actions': {
    id: 'actOnStack',
    tag: 'stacks',
    summary: 'Starts an action; the one key of the body names it.',
    headers: ['Idempotency-Key', 'If-Match'],
    body: { shape: ActionDto, example: { retry: null } },
    answers: {
      202: {
        description: 'The operation is accepted.',
        body: schema.one(() => OperationAnswerDto),
        headers: ['Location'],
      },
    },
    problems: ['conflict', 'not-implemented'],
  },
};
