import { schema } from '#contracts';
import type { AnswerContract, RouteContracts } from '../contract/route-contract';
import { CreateStackDto } from './dto/create-stack.dto';
import { ListStacksQuery } from './dto/list-stacks.query';
import { ShowStackQuery } from './dto/show-stack.query';
import { StackAnswerDto, StackListDto } from './dto/stack.dto';
import { PatchStackDto, ReplaceStackDto } from './dto/update-stack.dto';

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
  'PUT /v2/stacks/{stack_id}': {
    id: 'replaceStack',
    tag: 'stacks',
    summary: 'Updates a stack to another template, environment, files and parameters.',
    details:
      'Allowed in every state but while the stack is deleted: an update takes the place of the operation that is under way. ' +
      'Resources that stay as they are are not touched.',
    headers: ['Idempotency-Key', 'If-Match'],
    body: { shape: ReplaceStackDto, wrapper: 'stack' },
    answers: { 202: ACCEPTED_STACK },
    problems: ['conflict', 'quota-exceeded', 'not-implemented'],
  },
  'PATCH /v2/stacks/{stack_id}': {
    id: 'changeStack',
    tag: 'stacks',
    summary: 'Updates a part of what a stack is made from; what is left out stays.',
    details:
      'Files, parameters and the sections of an environment that is an object are joined by name with what there is; ' +
      'a template, and an environment that is a text or comes in files, takes the place of the whole.',
    headers: ['Idempotency-Key', 'If-Match'],
    body: { shape: PatchStackDto, wrapper: 'stack' },
    answers: { 202: ACCEPTED_STACK },
    problems: ['conflict', 'quota-exceeded', 'not-implemented'],
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
};
