import { schema } from '#contracts';
import type { AnswerContract, RouteContracts } from '../contract/route-contract';
import { EventAnswerDto, EventListDto } from './dto/event.dto';
import { ListEventsQuery } from './dto/list-events.query';

export const EVENT_STREAM = 'text/event-stream';

/** Server-sent events: `data` is the event as JSON, `id` its id. */
const STREAM = schema.text('Server-sent events: the data of each is an event as JSON, its id is the id of the event.');

/** Events as a page, or live. */
const EVENTS_ANSWER: AnswerContract = {
  description: 'A page of events, or a live stream: first what is retained, then what happens.',
  body: schema.one(() => EventListDto),
  others: { [EVENT_STREAM]: STREAM },
  maybe: ['Cache-Control'],
};

export const EVENT_CONTRACTS: RouteContracts = {
  'GET /v2/stacks/{stack_id}/events': {
    id: 'listEvents',
    tag: 'events',
    summary: 'Lists the events of a stack, the oldest first, or streams them as they happen.',
    details: `With \`Accept: ${EVENT_STREAM}\` the answer is a live stream, which ends when the token expires.`,
    query: ListEventsQuery,
    headers: ['Last-Event-ID'],
    answers: { 200: EVENTS_ANSWER },
  },
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
    details:
      'It begins with what happens now, or a moment ago; with `Last-Event-ID` after that event. Events of one stack come ' +
      'in order. An event named `reset` says that some may be missing. The stream ends when the token expires.',
    headers: ['Last-Event-ID'],
    answers: {
      200: { description: 'A live stream.', body: STREAM, mediaType: EVENT_STREAM, headers: ['Cache-Control'] },
    },
  },
};
