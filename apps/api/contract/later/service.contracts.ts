import { Describes, Field, schema } from '#contracts';
import type { RouteContracts } from '../route-contract';

@Describes('A version of the template language.')
export class TemplateVersionDto {
  @Field(schema.text('The version.', { examples: ['heat_template_version.2018-08-31'] }))
  version!: string;

  @Field(schema.words(['hot', 'cfn']))
  type!: string;

  @Field(schema.list(schema.text(), 'Other names of it.'))
  aliases!: readonly string[];
}

@Describes('The versions of the template language.')
export class TemplateVersionListDto {
  @Field(schema.list(schema.one(() => TemplateVersionDto)))
  template_versions!: readonly TemplateVersionDto[];
}

@Describes('A function of the template language.')
export class TemplateFunctionDto {
  @Field(schema.text('Its name.'))
  function!: string;

  @Field(schema.text('What it answers.'))
  description!: string;
}

@Describes('The functions of a version of the template language.')
export class TemplateFunctionListDto {
  @Field(schema.list(schema.one(() => TemplateFunctionDto)))
  template_functions!: readonly TemplateFunctionDto[];
}

@Describes('The processes that are alive.')
export class ServiceListDto {
  @Field(schema.list(schema.object('A process: what it is, since when, and what it holds.')))
  services!: readonly object[];
}

@Describes('What the project may have, and has.')
export class QuotaListDto {
  @Field(
    schema.mapOf(
      {
        type: 'object',
        properties: {
          limit: schema.count('How much it may have.'),
          used: schema.orNull(schema.count('How much it has.')),
        },
        required: ['limit', 'used'],
        additionalProperties: false,
      },
      'Each quota by its name.',
    ),
  )
  quotas!: Record<string, { limit: number; used: number | null }>;
}

export const SERVICE_PART_CONTRACTS: RouteContracts = {
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
    answers: { 200: { description: 'The functions.', body: schema.one(() => TemplateFunctionListDto) } },
  },
  'GET /v2/services': {
    id: 'listServices',
    tag: 'service',
    summary: 'Lists the engines, notifiers and apis that are alive, with what each holds.',
    answers: { 200: { description: 'The processes.', body: schema.one(() => ServiceListDto) } },
  },
  'GET /v2/quotas': {
    id: 'listQuotas',
    tag: 'service',
    summary: 'Shows what the project may have, and has.',
    answers: { 200: { description: 'The quotas.', body: schema.one(() => QuotaListDto) } },
  },
};
