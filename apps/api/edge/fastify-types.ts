import type { Caller } from '../auth/caller';
import type { Access } from './access';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before a handler runs, on every route that is not public. */
    caller: Caller | null;
  }
  interface FastifyContextConfig {
    access?: Access;
  }
}
