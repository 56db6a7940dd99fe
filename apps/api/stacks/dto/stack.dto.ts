import { ACTIONS, Describes, Field, OptionalField, STATUSES, schema } from '#contracts';
import type { Action, JsonObject, Status } from '#contracts';
import { LinkDto, PageDto } from '../../requests/dto/link.dto';
import { ProgressDto } from '../../requests/dto/progress.dto';
import { OutputDto } from './output.dto';

@Describes('A set of resources that were made from a template.')
export class StackDto {
  @Field(schema.uuid('Names the stack in paths.'))
  id!: string;

  @Field(schema.text('Its name, which no other living stack of the project has.'))
  stack_name!: string;

  @Field(schema.text('What its template says of it.'))
  description!: string;

  @Field(schema.text('The project that owns it.'))
  project!: string;

  @Field(schema.words(ACTIONS, 'What is being done with it, or was done last.'))
  action!: Action;

  @Field(schema.words(STATUSES, 'How far that is.'))
  status!: Status;

  @Field(schema.text('Why the status is what it is, where there is something to say.'))
  status_reason!: string;

  @Field(schema.time('When it was accepted.'))
  created_at!: string;

  @Field(schema.orNull(schema.time('When the last change was accepted.')))
  updated_at!: string | null;

  @Field(schema.orNull(schema.time('When it was gone.')))
  deleted_at!: string | null;

  @Field(schema.object('The values of its parameters, those of hidden ones as `******`.'))
  parameters!: JsonObject;

  @OptionalField(
    schema.list(
      schema.one(() => OutputDto),
      'Its outputs as they were when it last settled; lists of stacks are without.',
    ),
  )
  outputs?: readonly OutputDto[];

  @Field(schema.list(schema.text(), 'Always empty: kept for clients of Heat.'))
  capabilities!: readonly string[];

  @Field(schema.list(schema.text(), 'Always empty: subscriptions took their place.'))
  notification_topics!: readonly string[];

  @Field(schema.flag('Whether what was made stays where a create fails.'))
  disable_rollback!: boolean;

  @Field(schema.orNull(schema.integer('Minutes that an operation may take; `null`: 60.', { minimum: 1 })))
  timeout_mins!: number | null;

  @Field(schema.list(schema.text(), 'Words to find it by.'))
  tags!: readonly string[];

  @Field(schema.orNull(schema.uuid('The stack that it is nested in.')))
  parent_id!: string | null;

  @Field(schema.text('Who asked for it.'))
  owner!: string;

  @Field(schema.integer('Rises with each accepted request; the ETag is made of it.', { minimum: 1 }))
  revision!: number;

  @Field(schema.one(() => ProgressDto))
  progress!: ProgressDto;

  @Field(
    schema.list(
      schema.one(() => LinkDto),
      'The stack itself and its parts.',
    ),
  )
  links!: readonly LinkDto[];
}

@Describes('One stack.')
export class StackAnswerDto {
  @Field(schema.one(() => StackDto))
  stack!: StackDto;
}

@Describes('A page of stacks.')
export class StackListDto extends PageDto {
  @Field(schema.list(schema.one(() => StackDto)))
  stacks!: readonly StackDto[];

  @OptionalField(schema.count('How many there are on all pages, with `with_count=true`.'))
  count?: number;
}
