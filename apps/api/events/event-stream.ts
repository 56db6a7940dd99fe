import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { CloudEvent } from '#contracts';
import type { FeedItem, Listener } from '#messaging';

const COMMENT_EVERY_MS = 15_000;

export interface StreamRequest {
  response: ServerResponse;
  listener: Listener;
  accept: (event: CloudEvent) => boolean;
  /** When the caller's credentials end, in milliseconds since 1970. */
  expiresAt: number | undefined;
}

/**
 * Writes a live feed as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) until the
 * client goes, the credentials expire, or the feed ends. Resolves when the response has ended, whatever ended it.
 */
export async function streamEvents({ response, listener, accept, expiresAt }: StreamRequest): Promise<void> {
  const gone = new AbortController();
  const stop = (): void => listener.close();
  response.once('close', () => {
    gone.abort();
    stop();
  });
  // The client may have gone before there was anything to listen for.
  if (response.destroyed) stop();
  const comments = setInterval(() => response.write(':\n\n'), COMMENT_EVERY_MS);
  const expiry = expiresAt === undefined ? undefined : setTimeout(stop, untilTimer(expiresAt));
  try {
    for await (const item of listener) {
      if (item.kind === 'event' && !accept(item.event)) continue;
      if (!response.write(textOf(item))) await once(response, 'drain', { signal: gone.signal });
    }
    response.end();
  } catch {
    // The client is too slow, or what is retained can't be read: it comes back with Last-Event-ID.
    response.destroy();
  } finally {
    clearInterval(comments);
    clearTimeout(expiry);
    listener.close();
  }
}

function textOf(item: FeedItem): string {
  if (item.kind === 'event') return `id: ${item.place}\ndata: ${item.text}\n\n`;
  // Of a project there is no number to tell: any of its stacks may be missing events.
  return `event: reset\ndata: ${JSON.stringify({ complete_from: item.completeFrom })}\n\n`;
}

const LONGEST_TIMER_MS = 2_147_483_647;

function untilTimer(expiresAt: number): number {
  return Math.min(Math.max(expiresAt - Date.now(), 0), LONGEST_TIMER_MS);
}
