import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { placesIn } from '#messaging';
import type { FeedPlaces } from '#messaging';
import type { Caller } from '../auth/caller';
import { Allow } from '../edge/access';
import { CurrentCaller } from '../edge/caller.decorator';
import { EVENT_FEED } from '../platform/tokens';
import { Problem, invalidRequest } from '../problems/problem';
import { refuseQuery } from '../requests/read-query';
import type { EventFeed } from './event-ports';
import { EventStreaming, lastEventIdOf } from './event-streaming';
import { EVENT_STREAM } from './events.contract';

/** Everything that happens in a project, from now on or from where a stream before it ended. */
@Controller('v2/events')
export class ProjectEventsController {
  constructor(
    @Inject(EVENT_FEED) private readonly feed: EventFeed,
    private readonly streaming: EventStreaming,
  ) {}

  @Get()
  @Allow('reader')
  async stream(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    refuseQuery(request.query);
    const after = placesAfter(lastEventIdOf(request));
    if (request.method === 'HEAD') {
      // A stream has no end that could be waited for.
      void reply.header('content-type', EVENT_STREAM).header('cache-control', 'no-store').send();
      return;
    }
    const listener = this.feed.listenToProject({ project: caller.project, ...(after ? { after } : {}) });
    await this.streaming.stream({ request, reply, caller }, listener, () => true);
  }
}

function placesAfter(lastEventId: string | undefined): FeedPlaces | undefined {
  if (lastEventId === undefined) return undefined;
  const places = placesIn(lastEventId);
  if (places) return places;
  const detail = 'last-event-id must be the id of an event of this stream';
  throw new Problem(invalidRequest([{ path: '/headers/last-event-id', detail }]));
}
