import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError } from '#contracts';
import type { CloudEvent, RootId, StackId } from '#contracts';
import type { Caller } from '../auth/caller';
import { Settings } from '../platform/settings';
import { EVENT_FEED, EVENT_READER } from '../platform/tokens';
import { Problem } from '../problems/problem';
import { linksFor } from '../requests/links';
import { unknownMarker } from '../requests/marker';
import { MOST_PER_PAGE } from '../requests/page';
import { readQuery } from '../requests/read-query';
import { StackReading } from '../stacks/stack-reading';
import { EventAnswerDto, EventListDto } from './dto/event.dto';
import { ListEventsQuery } from './dto/list-events.query';
import { eventFilter } from './event-filter';
import type { EventFeed, EventReader } from './event-ports';
import { readBeginning, sequenceIn } from './event-position';
import { EventStreaming, lastEventIdOf, wantsStream } from './event-streaming';
import type { Exchange } from './event-streaming';

interface StackPlace {
  id: StackId;
  rootId: RootId;
}

export type IsWanted = (event: CloudEvent) => boolean;

/** Events of one stack: as a page, live, or one of them. */
@Injectable()
export class StackEvents {
  constructor(
    private readonly stacks: StackReading,
    @Inject(EVENT_READER) private readonly reader: EventReader,
    @Inject(EVENT_FEED) private readonly feed: EventFeed,
    private readonly streaming: EventStreaming,
    private readonly settings: Settings,
  ) {}

  /** Answers with those of the stack's events that a route is about, as far as the query lets them through. */
  async answer(exchange: Exchange, id: StackId, isWanted: IsWanted): Promise<void> {
    const { request, reply, caller } = exchange;
    const query = readQuery(ListEventsQuery, request.query);
    const stack = { id, rootId: await this.stacks.mustBeListed(caller.project, id) };
    if (wantsStream(request)) await this.stream(exchange, { stack, query, isWanted });
    else void reply.send(await this.list(request, { stack, query, isWanted }));
  }

  async show(caller: Caller, id: StackId, eventId: string): Promise<EventAnswerDto> {
    const rootId = await this.stacks.mustBeListed(caller.project, id);
    const sequence = sequenceIn(eventId, rootId);
    const found = sequence === undefined ? undefined : await this.reader.find(rootId, sequence);
    if (found?.outcome === 'expired') {
      throw new Problem({ code: 'expired', detail: 'the event was, and is retained no more' });
    }
    if (found?.outcome !== 'found' || found.event.data.stack_id !== id) {
      throw new AppError('not-found', 'the stack has no event of this id');
    }
    return { event: found.event };
  }

  private async list(request: FastifyRequest, { stack, query, isWanted }: Wanted): Promise<EventListDto> {
    const { id, rootId } = stack;
    const { after: first, since } = readBeginning(undefined, query.since, rootId);
    const after = query.marker === undefined ? first : sequenceIn(query.marker, rootId);
    if (after === undefined) throw unknownMarker('the id of an event');
    const limit = query.limit ?? MOST_PER_PAGE;
    const accept = both(isWanted, eventFilter(id, query, since));
    const { events, completeFrom, next } = await this.reader.read({ rootId, after, limit, accept });
    const marker = next === undefined ? undefined : `${rootId}.${next}`;
    const links = linksFor(request, this.settings.publicUrl).next(request.url, marker);
    return { events, complete_from: completeFrom, links };
  }

  private async stream(exchange: Exchange, { stack, query, isWanted }: Wanted): Promise<void> {
    const { id, rootId } = stack;
    const { after, since } = readBeginning(lastEventIdOf(exchange.request), query.since, rootId);
    const listener = this.feed.listen({ rootId, after });
    await this.streaming.stream(exchange, listener, both(isWanted, eventFilter(id, query, since)));
  }
}

interface Wanted {
  stack: StackPlace;
  query: ListEventsQuery;
  isWanted: IsWanted;
}

function both(one: IsWanted, other: IsWanted): IsWanted {
  return (event) => one(event) && other(event);
}
