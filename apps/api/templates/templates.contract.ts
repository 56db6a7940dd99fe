import { schema } from '#contracts';
import { DefinitionDto } from '../checking/dto/definition.dto';
import type { RouteContracts } from '../contract/route-contract';
import { TemplateFunctionListDto, TemplateVersionListDto } from './dto/template-version.dto';
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
  'GET /v2/template_versions': {
    id: 'listTemplateVersions',
    tag: 'templates',
    summary: 'Lists the versions of the template language.',
    answers: { 200: { description: 'The versions.', body: schema.one(() => TemplateVersionListDto) } },
  },
  'GET /v2/template_versions/{version}/functions': {
    id: 'listTemplateFunctions',
    tag: 'templates',
    summary: 'Lists the functions of a version of the template language.',
    details: 'A version is named by its date, its alias, or as the list of versions has it.',
    answers: { 200: { description: 'The functions.', body: schema.one(() => TemplateFunctionListDto) } },
  },
};
