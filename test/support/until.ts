import { setTimeout as wait } from 'node:timers/promises';

const MOST_MS = 30_000;
const EVERY_MS = 20;

type Falsy = false | 0 | '' | null | undefined;

export interface UntilOptions {
  withinMs?: number;
  everyMs?: number;
  /** Tells what was seen last, where what `look` gave does not. */
  describe?: () => string;
}

/**
 * Looks again until there is something, and answers it. The bound only ends a test that would never end; its error says
 * what was awaited and what was seen last.
 *
 * An error of `look` ends the waiting at once, so that no fault hides behind another look. Where one is to be expected
 * for a while, as of a server that is away, `look` itself catches just that one.
 */
export async function until<T>(
  awaited: string,
  look: () => T | Falsy | Promise<T | Falsy>,
  { withinMs = MOST_MS, everyMs = EVERY_MS, describe }: UntilOptions = {},
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > end) {
      const last = describe?.() ?? JSON.stringify(seen);
      throw new Error(`never came true within ${withinMs} ms: ${awaited} (last seen: ${last})`);
    }
    await wait(everyMs);
  }
}
