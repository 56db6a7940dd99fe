import { Describes, Field, OptionalField, schema } from '#contracts';
import type { Json, JsonObject } from '#contracts';
import { CreateStackDto } from '../../stacks/dto/create-stack.dto';
import { ReplaceStackDto } from '../../stacks/dto/update-stack.dto';
import type { RouteContracts } from '../route-contract';

@Describes('A property that a change is about.')
export class PreviewedPropertyDto {
  @Field(schema.text('JSON pointer into the properties.'))
  path!: string;

  @Field(schema.anything('What it is now.'))
  from!: Json;

  @Field(schema.anything('What it becomes.'))
  to!: Json;

  @Field(schema.flag('Whether what it becomes is known already.'))
  known!: boolean;
}

@Describes('What would become of a resource.')
export class PreviewedResourceDto {
  @Field(schema.text())
  resource_name!: string;

  @Field(schema.text())
  resource_type!: string;

  @Field(schema.words(['unchanged', 'create', 'update', 'replace', 'delete']))
  change!: string;

  @Field(schema.list(schema.one(() => PreviewedPropertyDto)))
  properties!: readonly PreviewedPropertyDto[];

  @Field(schema.text('Why.'))
  reason!: string;

  @OptionalField(schema.one(() => PreviewDto, 'The same of the stack that it is.'))
  nested?: object;
}

@Describes('What a request would do.')
export class PreviewDto {
  @Field(schema.list(schema.one(() => PreviewedResourceDto)))
  resources!: readonly PreviewedResourceDto[];

  @Field(schema.list(schema.object(), 'The outputs as far as they are known.'))
  outputs!: readonly JsonObject[];
}

@Describes('What a request would do.')
export class PreviewAnswerDto {
  @Field(schema.one(() => PreviewDto))
  preview!: PreviewDto;
}

const PREVIEW = { description: 'What it would do. Nothing is stored.', body: schema.one(() => PreviewAnswerDto) };

export const PREVIEW_CONTRACTS: RouteContracts = {
  'POST /v2/stacks/preview': {
    id: 'previewCreate',
    tag: 'stacks',
    summary: 'Tells what a create would do.',
    body: { shape: CreateStackDto, wrapper: 'stack' },
    answers: { 200: PREVIEW },
    problems: ['conflict', 'quota-exceeded'],
  },
  'POST /v2/stacks/{stack_id}/preview': {
    id: 'previewUpdate',
    tag: 'stacks',
    summary: 'Tells what an update would do to each resource, and because of which properties.',
    body: { shape: ReplaceStackDto, wrapper: 'stack' },
    answers: { 200: PREVIEW },
    problems: ['conflict', 'quota-exceeded'],
  },
};
