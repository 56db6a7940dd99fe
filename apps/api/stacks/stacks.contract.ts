import { schema } from '#contracts';
import type { AnswerContract, RouteContracts } from '../contract/route-contract';
import { CreateStackDto } from './dto/create-stack.dto';
import { ListStacksQuery } from './dto/list-stacks.query';
import { ShowStackQuery } from './dto/show-stack.query';
import { StackAnswerDto, StackListDto } from './dto/stack.dto';

/** What starts work on a stack answers. */
export const ACCEPTED_STACK: AnswerContract = {
  description: 'The work is accepted. The stack as it stands now, with the new action.',
  body: schema.one(() => StackAnswerDto),
  headers: ['ETag', 'Location'],
};

export const STACK_CONTRACTS: RouteContracts = {
  'POST /v2/stacks': {
    id: 'createStack',
    tag: 'stacks',
    summary: 'Creates a stack.',
    details:
      'The whole template is checked before the answer: what can be known to be wrong never becomes a stack. ' +
      'Every fault that is found is in the answer, with its place.',
    body: {
      shape: CreateStackDto,
      wrapper: 'stack',
      example: {
        stack_name: 'first',
        template: {
          heat_template_version: '2021-04-16',
          resources: { word: { type: 'OS::Heat::RandomString', properties: { length: 8 } } },
          outputs: { word: { value: { get_attr: ['word', 'value'] } } },
        },
      },
    },
    headers: ['Idempotency-Key'],
    answers: { 202: ACCEPTED_STACK },
    problems: ['conflict', 'quota-exceeded', 'not-implemented'],
  },
  'GET /v2/stacks': {
    id: 'listStacks',
    tag: 'stacks',
    summary: 'Lists the stacks of the project, the newest first unless it is sorted otherwise.',
    query: ListStacksQuery,
    answers: { 200: { description: 'A page of stacks, without outputs.', body: schema.one(() => StackListDto) } },
  },
  'GET /v2/stacks/{stack_id}': {
    id: 'showStack',
    tag: 'stacks',
    summary: 'Shows a stack.',
    query: ShowStackQuery,
    answers: { 200: { description: 'The stack.', body: schema.one(() => StackAnswerDto), headers: ['ETag'] } },
  },
  'DELETE /v2/stacks/{stack_id}': {
    id: 'deleteStack',
    tag: 'stacks',
    summary: 'Deletes a stack with its resources.',
    details:
      'A stack that is being deleted already answers the same again. Once it is gone, it answers 404; ' +
      'it is listed with `show_deleted=true` until it is purged.',
    headers: ['Idempotency-Key', 'If-Match'],
    answers: { 202: ACCEPTED_STACK },
  },
  'GET /v2/stacks/{stack_id}/template': {
    id: 'showTemplate',
    tag: 'stacks',
    summary: 'Shows the template as it was last accepted, with the defaults of hidden parameters masked.',
    answers: { 200: { description: 'The bare template.', body: schema.object() } },
  },
};
