import { Describes, OptionalField, Field, schema } from '#contracts';
import type { Json, JsonObject } from '#contracts';
import { ACCEPTED_STACK } from '../../stacks/stacks.contract';
import { CreateStackDto } from '../../stacks/dto/create-stack.dto';
import type { RouteContracts } from '../route-contract';

@Describes('What a stack is to become.')
export class ReplaceStackDto {
  @Field({ type: ['object', 'string'], description: 'The template: an object, or a text of JSON or YAML.' })
  template!: JsonObject | string;

  @OptionalField({ type: ['object', 'string', 'null'], description: 'The environment.' })
  environment?: JsonObject | string | null;

  @OptionalField(schema.orNull(schema.list(schema.text(), 'Environments among the files, in order.')))
  environment_files?: string[] | null;

  @OptionalField(schema.orNull(schema.object('Files that the template names.')))
  files?: JsonObject | null;

  @OptionalField(schema.orNull(schema.object('Values of parameters by name.')))
  parameters?: JsonObject | null;

  @OptionalField(schema.orNull(schema.integer('Minutes that the operation may take.', { minimum: 1 })))
  timeout_mins?: number | null;

  @OptionalField(schema.orNull(schema.flag('Whether a failed update stays as it is.')))
  disable_rollback?: boolean | null;

  @OptionalField(schema.orNull(schema.list(schema.text(), 'Words to find it by.')))
  tags?: string[] | null;

  @OptionalField(schema.orNull(schema.flag('Whether the real resources are looked at first.')))
  converge?: boolean | null;
}

@Describes('What is to change in a stack; what is left out stays.')
export class ChangeStackDto extends ReplaceStackDto {
  @OptionalField({ type: ['object', 'string', 'null'], description: 'The template, where it changes.' })
  declare template: JsonObject | string;

  @OptionalField(schema.list(schema.text(), 'Parameters that go back to their defaults.'))
  clear_parameters?: string[];
}

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

export const UPDATE_CONTRACTS: RouteContracts = {
  'PUT /v2/stacks/{stack_id}': {
    id: 'replaceStack',
    tag: 'stacks',
    summary: 'Updates a stack to another template, environment, files and parameters.',
    headers: ['Idempotency-Key', 'If-Match'],
    body: { shape: ReplaceStackDto, wrapper: 'stack' },
    answers: { 202: ACCEPTED_STACK },
    problems: ['conflict', 'quota-exceeded'],
  },
  'PATCH /v2/stacks/{stack_id}': {
    id: 'changeStack',
    tag: 'stacks',
    summary: 'Updates a part of what a stack is made from; what is left out stays.',
    headers: ['Idempotency-Key', 'If-Match'],
    body: { shape: ChangeStackDto, wrapper: 'stack' },
    answers: { 202: ACCEPTED_STACK },
    problems: ['conflict', 'quota-exceeded'],
  },
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
