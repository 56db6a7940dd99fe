import { schema } from '#contracts';
import type { AnswerContract, RouteContracts } from '../contract/route-contract';
import { EventListDto } from './dto/event.dto';
import { ListEventsQuery } from './dto/list-events.query';

export const EVENT_STREAM = 'text/event-stream';

/** Server-sent events: `data` is the event as JSON, `id` its id. */
export const STREAM = schema.text(
  'Server-sent events: the data of each is an event as JSON, its id is the id of the event.',
);

/** Events as a page, or live. */
export const EVENTS_ANSWER: AnswerContract = {
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
};
