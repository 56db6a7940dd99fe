import { once } from 'node:events';
import { Server as NetServer } from 'node:net';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** Takes no connection more, and resolves when those that there are have gone, or after so many milliseconds. */
export type Drain = (mostMs: number) => Promise<void>;

/**
 * Sets up how a server goes out of service without losing a request. A client that keeps a connection may be sending on
 * it at any moment, so none is closed before it was told: each answer from then on says that it is the connection's last.
 * Set up before the first route.
 */
export function setUpDrain(instance: FastifyInstance): Drain {
  let isStopping = false;
  instance.addHook('onSend', (_request, reply, _payload, done) => {
    if (isStopping) reply.header('connection', 'close');
    done();
  });
  return async (mostMs) => {
    isStopping = true;
    // The event loop has just taken in whoever waited at the door: closing that resets those who still do.
    await nextTurn();
    const { server } = instance;
    const gone = once(server, 'close');
    // An HTTP server's own `close` would close idle connections at once.
    NetServer.prototype.close.call(server);
    const timeUp = new AbortController();
    await Promise.race([gone, wait(mostMs, undefined, { signal: timeUp.signal }).catch(() => undefined)]);
    timeUp.abort();
  };
}
