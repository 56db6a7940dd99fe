import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY_MS = 20;
const GIVE_UP_AFTER_MS = 20_000;

type Falsy = false | 0 | '' | null | undefined;

/** Looks again until the condition holds and answers what it gave; fails with what was awaited if it never does. */
export async function eventually<T>(
  awaited: string,
  look: () => T | Falsy | Promise<T | Falsy>,
  giveUpAfterMs = GIVE_UP_AFTER_MS,
): Promise<T> {
  const deadline = performance.now() + giveUpAfterMs;
  let seen: unknown;
  while (performance.now() < deadline) {
    try {
      const found = await look();
      if (found) return found;
      seen = found;
    } catch (error) {
      seen = error;
    }
    await delay(LOOK_EVERY_MS);
  }
  throw new Error(`never came true: ${awaited} (last: ${seen instanceof Error ? seen.message : JSON.stringify(seen)})`);
}
