import type { FastifyInstance } from 'fastify';

/** How many requests are being answered, live streams among them. */
export class OpenRequests {
  count = 0;

  /** Set up before the first route. */
  track(instance: FastifyInstance): void {
    instance.addHook('onRequest', (_request, reply, done) => {
      this.count += 1;
      // Fastify's own hook is not run for a client that goes before its answer.
      reply.raw.once('close', () => (this.count -= 1));
      done();
    });
  }
}
