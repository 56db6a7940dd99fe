import { ACTIONS, Describes, Field, STATUSES, schema } from '#contracts';
import type { Action, JsonObject, Status } from '#contracts';
import { LinkDto, PageDto } from '../../requests/dto/link.dto';
import { ProgressDto } from '../../requests/dto/progress.dto';

@Describes('One run of one action over a stack.')
export class OperationDto {
  @Field(schema.uuid('Names the operation in paths.'))
  id!: string;

  @Field(schema.uuid('Its stack.'))
  stack_id!: string;

  @Field(schema.words(ACTIONS, 'What it does.'))
  action!: Action;

  @Field(schema.words(STATUSES, 'How far it is.'))
  status!: Status;

  @Field(schema.text('Why the status is what it is, where there is something to say.'))
  status_reason!: string;

  @Field(schema.time('When it was accepted.'))
  created_at!: string;

  @Field(schema.orNull(schema.time('When an engine had planned it.')))
  started_at!: string | null;

  @Field(schema.orNull(schema.time('When it ended.')))
  finished_at!: string | null;

  @Field(schema.orNull(schema.time('When it fails if it has not ended.')))
  deadline!: string | null;

  @Field(schema.one(() => ProgressDto))
  progress!: ProgressDto;

  @Field(schema.orNull(schema.uuid('The newer operation that took its place.')))
  superseded_by!: string | null;

  @Field(schema.text('Who asked for it.'))
  requested_by!: string;

  @Field(schema.orNull(schema.object('What it made for whoever asked; most actions make nothing.')))
  result!: JsonObject | null;

  @Field(
    schema.list(
      schema.one(() => LinkDto),
      'The operation itself and its stack.',
    ),
  )
  links!: readonly LinkDto[];
}

@Describes('One operation.')
export class OperationAnswerDto {
  @Field(schema.one(() => OperationDto))
  operation!: OperationDto;
}

@Describes('A page of operations.')
export class OperationListDto extends PageDto {
  @Field(schema.list(schema.one(() => OperationDto)))
  operations!: readonly OperationDto[];
}
