import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';
import { ACTIONS, Describes, STATUSES } from '#contracts';
import { IsObjectOf } from '../../requests/nested-members';

const SINK_KINDS = ['webhook', 'queue'];
const MOST_CHARACTERS = 255;
const HTTP_URL = /^https?:\/\/[^\s/?#]+/;

@Describes('Which notifications a subscription is about; what is not given is not asked.')
export class SubscriptionFilterRequestDto {
  @Describes('The stack.')
  @IsOptional()
  @IsUUID(undefined, { message: 'stack_id must be the id of a stack' })
  stack_id?: string | null;

  @Describes('The type of the notification.')
  @IsOptional()
  @IsString({ message: 'type must be a text' })
  type?: string | null;

  @Describes('The action.')
  @IsOptional()
  @IsIn(ACTIONS, { message: `action must be one of ${ACTIONS.join(', ')}` })
  action?: string | null;

  @Describes('The status.')
  @IsOptional()
  @IsIn(STATUSES, { message: `status must be one of ${STATUSES.join(', ')}` })
  status?: string | null;
}

@Describes('Where notifications go.')
export class SinkRequestDto {
  @Describes('What it is.')
  @IsIn(SINK_KINDS, { message: `kind must be one of ${SINK_KINDS.join(', ')}` })
  kind!: string;

  @Describes('The URL of a webhook.')
  @IsOptional()
  @Matches(HTTP_URL, { message: 'url must be an http or https URL' })
  url?: string | null;

  @Describes('What a webhook is signed with (Standard Webhooks).')
  @IsOptional()
  @IsString({ message: 'secret must be a text' })
  secret?: string | null;
}

/** What a subscription is called. */
const NAME_LENGTH = { message: `name must have 1 to ${MOST_CHARACTERS} characters` };

@Describes('What is to change in a subscription.')
export class ChangeSubscriptionDto {
  @Describes('Its name.')
  @IsOptional()
  @IsString({ message: 'name must be a text' })
  @MinLength(1, NAME_LENGTH)
  @MaxLength(MOST_CHARACTERS, NAME_LENGTH)
  name?: string | null;

  @Describes('What it is about.')
  @IsOptional()
  @IsObjectOf(SubscriptionFilterRequestDto)
  filter?: SubscriptionFilterRequestDto | null;

  @Describes('Where notifications go.')
  @IsOptional()
  @IsObjectOf(SinkRequestDto)
  sink?: SinkRequestDto | null;
}

@Describes('A subscription to be made.')
export class CreateSubscriptionDto {
  @Describes('Its name.')
  @IsString({ message: 'name must be a text' })
  @MinLength(1, NAME_LENGTH)
  @MaxLength(MOST_CHARACTERS, NAME_LENGTH)
  name!: string;

  @Describes('What it is about.')
  @IsOptional()
  @IsObjectOf(SubscriptionFilterRequestDto)
  filter?: SubscriptionFilterRequestDto | null;

  @Describes('Where notifications go.')
  @IsObjectOf(SinkRequestDto)
  sink!: SinkRequestDto;
}

@Describes('From when on the retained log is sent again.')
export class ReplayDto {
  @Describes('A time, or the id of an event.')
  @IsString({ message: 'since must be a time, or the id of an event' })
  since!: string;
}
