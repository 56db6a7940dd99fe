import { schema } from '#contracts';
import type { RouteContracts } from '../contract/route-contract';
import { CreateStackDto } from '../stacks/dto/create-stack.dto';
import { ReplaceStackDto } from '../stacks/dto/update-stack.dto';
import { PreviewAnswerDto } from './dto/preview.dto';

const PREVIEW = { description: 'What it would do. Nothing is stored.', body: schema.one(() => PreviewAnswerDto) };

export const PREVIEW_CONTRACTS: RouteContracts = {
  'POST /v2/stacks/preview': {
    id: 'previewCreate',
    tag: 'stacks',
    summary: 'Tells what a create would do.',
    details:
      'Whatever would be wrong with the create is wrong with its preview, also a name that is taken and a quota.',
    body: { shape: CreateStackDto, wrapper: 'stack' },
    answers: { 200: PREVIEW },
    problems: ['conflict', 'quota-exceeded', 'not-implemented'],
  },
  'POST /v2/stacks/{stack_id}/preview': {
    id: 'previewUpdate',
    tag: 'stacks',
    summary: 'Tells what an update would do to each resource, and because of which properties.',
    details:
      'The update is one by `PUT` with the same body; whatever would be wrong with it is wrong with its preview. What ' +
      'is not known before something is made counts as changed. Values that are sent back masked need the role member.',
    body: { shape: ReplaceStackDto, wrapper: 'stack' },
    answers: { 200: PREVIEW },
    problems: ['conflict', 'quota-exceeded', 'not-implemented'],
  },
};
