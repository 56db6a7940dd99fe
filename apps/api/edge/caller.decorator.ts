import { ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InvariantError } from '#contracts';
import type { Caller } from '../auth/caller';

/** The caller of a request on a route that is not public. */
export const CurrentCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!caller) throw new InvariantError('a public route has no caller');
  return caller;
});
