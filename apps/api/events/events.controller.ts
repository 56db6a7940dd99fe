import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RootId, StackId } from '#contracts';
import type { Caller } from '../auth/caller';
import { Allow } from '../edge/access';
import { CurrentCaller } from '../edge/caller.decorator';
import { Settings } from '../platform/settings';
import { EVENT_FEED, EVENT_READER } from '../platform/tokens';
import { linksFor } from '../requests/links';
import { unknownMarker } from '../requests/marker';
import { MOST_PER_PAGE } from '../requests/page';
import { PathStackId } from '../requests/path-members';
import { readQuery } from '../requests/read-query';
import { StackReading } from '../stacks/stack-reading';
import { EventListDto } from './dto/event.dto';
import { ListEventsQuery } from './dto/list-events.query';
import { eventFilter } from './event-filter';
import type { EventFeed, EventReader } from './event-ports';
import { readBeginning, sequenceIn } from './event-position';
import { streamEvents } from './event-stream';
import { EVENT_STREAM } from './events.contract';
import { OpenStreams } from './open-streams';

/** Events of a stack, also of one that is deleted, as long as it is listed. They are read from the broker's log. */
@Controller('v2/stacks/:stack_id/events')
export class EventsController {
  constructor(
    private readonly stacks: StackReading,
    @Inject(EVENT_READER) private readonly reader: EventReader,
    @Inject(EVENT_FEED) private readonly feed: EventFeed,
    private readonly streams: OpenStreams,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Allow('reader')
  async events(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
    @PathStackId() id: StackId,
  ): Promise<void> {
    const query = readQuery(ListEventsQuery, request.query);
    const rootId = await this.stacks.mustBeListed(caller.project, id);
    if (wantsStream(request)) await this.stream({ request, reply, caller }, { id, rootId }, query);
    else void reply.send(await this.list(request, { id, rootId }, query));
  }

  private async list(request: FastifyRequest, stack: StackPlace, query: ListEventsQuery): Promise<EventListDto> {
    const { after: first, since } = readBeginning(undefined, query.since, stack.rootId);
    const after = query.marker === undefined ? first : sequenceIn(query.marker, stack.rootId);
    if (after === undefined) throw unknownMarker('the id of an event');
    const limit = query.limit ?? MOST_PER_PAGE;
    const accept = eventFilter(stack.id, query, since);
    const { events, completeFrom, next } = await this.reader.read({ rootId: stack.rootId, after, limit, accept });
    const marker = next === undefined ? undefined : `${stack.rootId}.${next}`;
    const links = linksFor(request, this.settings.publicUrl).next(request.url, marker);
    return { events, complete_from: completeFrom, links };
  }

  private async stream({ request, reply, caller }: Exchange, stack: StackPlace, query: ListEventsQuery): Promise<void> {
    const lastEventId = request.headers['last-event-id'];
    const { after, since } = readBeginning(lastEventId as string | undefined, query.since, stack.rootId);
    const listener = this.feed.listen({ rootId: stack.rootId, after });
    this.streams.add(listener);
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': EVENT_STREAM,
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-openstack-request-id': request.id,
    });
    reply.raw.flushHeaders();
    const accept = eventFilter(stack.id, query, since);
    await streamEvents({ response: reply.raw, listener, accept, expiresAt: caller.expiresAt });
    this.streams.remove(listener);
  }
}

interface StackPlace {
  id: StackId;
  rootId: RootId;
}

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
  caller: Caller;
}

/** HEAD asks for no stream, which would never end. */
function wantsStream(request: FastifyRequest): boolean {
  if (request.method !== 'GET') return false;
  return (request.headers.accept ?? '').split(',').some((type) => type.split(';', 1)[0]?.trim() === EVENT_STREAM);
}
