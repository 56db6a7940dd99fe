import { CloudEvent, Describes, Field, schema } from '#contracts';
import { ListEventsQuery } from '../../events/dto/list-events.query';
import { EVENTS_ANSWER, EVENT_STREAM, STREAM } from '../../events/events.contract';

import type { RouteContracts } from '../route-contract';

@Describes('One event.')
export class EventAnswerDto {
  @Field(schema.one(() => CloudEvent))
  event!: CloudEvent;
}

export const EVENT_PART_CONTRACTS: RouteContracts = {
  'GET /v2/stacks/{stack_id}/resources/events': {
    id: 'listResourceEvents',
    tag: 'events',
    summary: 'Lists or streams the events of the resources of a stack.',
    query: ListEventsQuery,
    headers: ['Last-Event-ID'],
    answers: { 200: EVENTS_ANSWER },
  },
  'GET /v2/stacks/{stack_id}/resources/events/{event_id}': {
    id: 'showEvent',
    tag: 'events',
    summary: 'Shows an event.',
    answers: { 200: { description: 'The event.', body: schema.one(() => EventAnswerDto) } },
    problems: ['expired'],
  },
  'GET /v2/stacks/{stack_id}/resources/{resource_name}/events': {
    id: 'listEventsOfResource',
    tag: 'events',
    summary: 'Lists or streams the events of a resource.',
    query: ListEventsQuery,
    headers: ['Last-Event-ID'],
    answers: { 200: EVENTS_ANSWER },
  },
  'GET /v2/events': {
    id: 'streamEvents',
    tag: 'events',
    summary: 'Streams everything that happens in the project.',
    headers: ['Last-Event-ID'],
    answers: {
      200: { description: 'A live stream.', body: STREAM, mediaType: EVENT_STREAM, headers: ['Cache-Control'] },
    },
  },
};
