import { schema } from '#contracts';
import { DefinitionDto } from '../checking/dto/definition.dto';
import type { RouteContracts } from '../contract/route-contract';
import { ValidationDto } from './dto/validation.dto';

export const TEMPLATE_CONTRACTS: RouteContracts = {
  'POST /v2/validate_template': {
    id: 'validateTemplate',
    tag: 'templates',
    summary: 'Checks a template, and answers what it is or every fault that it has.',
    body: { shape: DefinitionDto },
    headers: ['Idempotency-Key'],
    answers: { 200: { description: 'The template is right.', body: schema.one(() => ValidationDto) } },
  },
};
