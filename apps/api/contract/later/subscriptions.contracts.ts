import { ACTIONS, Describes, Field, OptionalField, STATUSES, schema } from '#contracts';
import { LinkDto, PageDto } from '../../requests/dto/link.dto';
import {
  ChangeSubscriptionDto,
  CreateSubscriptionDto,
  ReplayDto,
} from '../../subscriptions/dto/subscription-request.dto';
import type { RouteContracts } from '../route-contract';

@Describes('Which notifications a subscription is about; what is not given is not asked.')
export class SubscriptionFilterDto {
  @OptionalField(schema.orNull(schema.uuid('The stack.')))
  stack_id?: string | null;

  @OptionalField(schema.orNull(schema.text('The type of the notification.')))
  type?: string | null;

  @OptionalField(schema.orNull(schema.words(ACTIONS)))
  action?: string | null;

  @OptionalField(schema.orNull(schema.words(STATUSES)))
  status?: string | null;
}

@Describes('Where notifications go. The secret of a webhook is never shown.')
export class SinkDto {
  @Field(schema.words(['webhook', 'queue']))
  kind!: string;

  @OptionalField(schema.text('The URL of a webhook.', { format: 'uri' }))
  url?: string;

  @OptionalField(schema.text('What a webhook is signed with (Standard Webhooks).'))
  secret?: string;

  @OptionalField(schema.text('The durable queue, which Kiln names.'))
  queue?: string;
}

@Describes('Who is told what.')
export class SubscriptionDto {
  @Field(schema.uuid('Names the subscription in paths.'))
  id!: string;

  @Field(schema.text('Its name.'))
  name!: string;

  @Field(schema.one(() => SubscriptionFilterDto))
  filter!: SubscriptionFilterDto;

  @Field(schema.one(() => SinkDto))
  sink!: SinkDto;

  @Field(schema.time('When it was made.'))
  created_at!: string;

  @Field(schema.orNull(schema.time('When it last changed.')))
  updated_at!: string | null;

  @Field(schema.list(schema.one(() => LinkDto)))
  links!: readonly LinkDto[];
}

@Describes('One subscription.')
export class SubscriptionAnswerDto {
  @Field(schema.one(() => SubscriptionDto))
  subscription!: SubscriptionDto;
}

@Describes('A page of subscriptions.')
export class SubscriptionListDto extends PageDto {
  @Field(schema.list(schema.one(() => SubscriptionDto)))
  subscriptions!: readonly SubscriptionDto[];
}

const ONE = { description: 'The subscription.', body: schema.one(() => SubscriptionAnswerDto) };

export const SUBSCRIPTION_CONTRACTS: RouteContracts = {
  'GET /v2/subscriptions': {
    id: 'listSubscriptions',
    tag: 'subscriptions',
    summary: 'Lists the subscriptions of the project.',
    answers: { 200: { description: 'A page of subscriptions.', body: schema.one(() => SubscriptionListDto) } },
  },
  'POST /v2/subscriptions': {
    id: 'createSubscription',
    tag: 'subscriptions',
    summary: 'Subscribes a webhook or a queue.',
    headers: ['Idempotency-Key'],
    body: { shape: CreateSubscriptionDto, wrapper: 'subscription' },
    answers: { 201: { ...ONE, headers: ['Location'] } },
    problems: ['conflict', 'quota-exceeded'],
  },
  'GET /v2/subscriptions/{subscription_id}': {
    id: 'showSubscription',
    tag: 'subscriptions',
    summary: 'Shows a subscription.',
    answers: { 200: ONE },
  },
  'PATCH /v2/subscriptions/{subscription_id}': {
    id: 'changeSubscription',
    tag: 'subscriptions',
    summary: 'Changes a subscription; what is left out stays.',
    headers: ['Idempotency-Key'],
    body: { shape: ChangeSubscriptionDto, wrapper: 'subscription' },
    answers: { 200: ONE },
    problems: ['conflict'],
  },
  'DELETE /v2/subscriptions/{subscription_id}': {
    id: 'deleteSubscription',
    tag: 'subscriptions',
    summary: 'Ends a subscription.',
    headers: ['Idempotency-Key'],
    answers: { 204: { description: 'It is gone.' } },
  },
  'POST /v2/subscriptions/{subscription_id}/replay': {
    id: 'replaySubscription',
    tag: 'subscriptions',
    summary: 'Sends the retained log again.',
    headers: ['Idempotency-Key'],
    body: { shape: ReplayDto },
    answers: { 202: { description: 'It is being sent.', body: schema.one(() => SubscriptionAnswerDto) } },
    problems: ['conflict'],
  },
};
