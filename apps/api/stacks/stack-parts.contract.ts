import { schema } from '#contracts';
import type { RouteContracts } from '../contract/route-contract';
import { OutputAnswerDto, OutputListDto } from './dto/output.dto';

export const STACK_PART_CONTRACTS: RouteContracts = {
  'GET /v2/stacks/{stack_id}/template': {
    id: 'showTemplate',
    tag: 'stacks',
    summary: 'Shows the template as it was last accepted, with the defaults of hidden parameters masked.',
    answers: { 200: { description: 'The bare template.', body: schema.object() } },
  },
  'GET /v2/stacks/{stack_id}/environment': {
    id: 'showEnvironment',
    tag: 'stacks',
    summary: 'Shows the environment as it was last accepted, with the values of hidden parameters masked.',
    details:
      'Several environments are shown as the one that they were merged to. Defaults are masked of whatever the template ' +
      'or a template among the files hides. What is masked stays as it is where it is sent back so.',
    answers: { 200: { description: 'The bare environment.', body: schema.object() } },
  },
  'GET /v2/stacks/{stack_id}/files': {
    id: 'showFiles',
    tag: 'stacks',
    summary: 'Shows the files as they were last accepted, with the values of hidden parameters masked.',
    details:
      'A template or an environment among them that has such values is shown as JSON, whatever it was. What is masked ' +
      'stays as it is where it is sent back so, in a file of the same name.',
    answers: {
      200: { description: 'The bare map of names to texts.', body: schema.mapOf(schema.text('The text of the file.')) },
    },
  },
  'GET /v2/stacks/{stack_id}/outputs': {
    id: 'listOutputs',
    tag: 'stacks',
    summary: 'Shows the outputs of a stack as they were when it last settled.',
    answers: { 200: { description: 'The outputs.', body: schema.one(() => OutputListDto) } },
  },
  'GET /v2/stacks/{stack_id}/outputs/{output_key}': {
    id: 'showOutput',
    tag: 'stacks',
    summary: 'Shows one output as it was when the stack last settled.',
    answers: { 200: { description: 'The output.', body: schema.one(() => OutputAnswerDto) } },
  },
};
