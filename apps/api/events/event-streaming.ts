import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CloudEvent } from '#contracts';
import type { Listener } from '#messaging';
import type { Caller } from '../auth/caller';
import { streamEvents } from './event-stream';
import { EVENT_STREAM } from './events.contract';
import { OpenStreams } from './open-streams';

/** A request under way. */
export interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
  caller: Caller;
}

/** HEAD asks for no stream, which would never end. */
export function wantsStream({ method, headers }: FastifyRequest): boolean {
  if (method !== 'GET') return false;
  return (headers.accept ?? '').split(',').some((type) => type.split(';', 1)[0]?.trim() === EVENT_STREAM);
}

export function lastEventIdOf({ headers }: FastifyRequest): string | undefined {
  const id = headers['last-event-id'];
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** Answers with live streams. */
@Injectable()
export class EventStreaming {
  constructor(private readonly streams: OpenStreams) {}

  /** Resolves when the stream has ended. */
  async stream(
    { request, reply, caller }: Exchange,
    listener: Listener,
    accept: (event: CloudEvent) => boolean,
  ): Promise<void> {
    this.streams.add(listener);
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': EVENT_STREAM,
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-openstack-request-id': request.id,
    });
    reply.raw.flushHeaders();
    await streamEvents({ response: reply.raw, listener, accept, expiresAt: caller.expiresAt });
    this.streams.remove(listener);
  }
}
