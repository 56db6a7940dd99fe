import { setTimeout as delay } from 'node:timers/promises';

const STEP_MS = 25;

/** Asks again and again until the answer is yes; answers no where the time is up first. */
export async function waitUntil(question: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    if (await question()) return true;
    if (Date.now() >= deadline) return false;
    await delay(STEP_MS);
  }
}
