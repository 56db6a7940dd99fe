import { ACTIONS, Describes, Field, OptionalField, STATUSES, schema } from '#contracts';
import type { Action, JsonObject, Status } from '#contracts';
import { LinkDto, PageDto } from '../../requests/dto/link.dto';

@Describes('One resource of a stack: the incarnation that counts.')
export class ResourceDto {
  @Field(schema.text('Its name in the template.'))
  resource_name!: string;

  @Field(schema.text('The same: kept for clients of Heat.'))
  logical_resource_id!: string;

  @Field(schema.orNull(schema.text('What it is called in the outside world, once it is there.')))
  physical_resource_id!: string | null;

  @Field(schema.text('Its type.'))
  resource_type!: string;

  @Field(schema.words(ACTIONS, 'What is being done with it, or was done last.'))
  action!: Action;

  @Field(schema.words(STATUSES, 'How far that is.'))
  status!: Status;

  @Field(schema.text('Why the status is what it is, where there is something to say.'))
  status_reason!: string;

  @Field(schema.list(schema.text(), 'Resources that need it.'))
  required_by!: readonly string[];

  @Field(schema.list(schema.text(), 'Resources that it needs.'))
  requires!: readonly string[];

  @OptionalField(schema.object('Its attributes; in lists only with `with_detail=true`.'))
  attributes?: JsonObject;

  @Field(schema.time('When it was planned.'))
  created_at!: string;

  @Field(schema.orNull(schema.time('When it last changed.')))
  updated_at!: string | null;

  @Field(schema.orNull(schema.text('The resource of the outer stack that its stack is.')))
  parent_resource!: string | null;

  @Field(schema.orNull(schema.uuid('The stack that it is.')))
  nested_stack_id!: string | null;

  @OptionalField(schema.uuid('The incarnation that it replaces, while that is still there.'))
  replaces?: string;

  @Field(
    schema.list(
      schema.one(() => LinkDto),
      'The resource itself and its stack.',
    ),
  )
  links!: readonly LinkDto[];
}

@Describes('One resource.')
export class ResourceAnswerDto {
  @Field(schema.one(() => ResourceDto))
  resource!: ResourceDto;
}

@Describes('A page of resources.')
export class ResourceListDto extends PageDto {
  @Field(schema.list(schema.one(() => ResourceDto)))
  resources!: readonly ResourceDto[];
}
