import { setTimeout as wait } from 'node:timers/promises';

export interface UntilOptions {
  withinMs?: number;
  everyMs?: number;
  /** Added to the error when the time is over. */
  describe?: () => string;
}

/** Looks until the condition holds; the bound only ends a test that would never end. Errors of `look` end it at once. */
export async function until(
  what: string,
  look: () => Promise<boolean> | boolean,
  options: UntilOptions = {},
): Promise<void> {
  const { withinMs = 60_000, everyMs = 20 } = options;
  const end = performance.now() + withinMs;
  while (!(await look())) {
    if (performance.now() > end)
      throw new Error(`waited ${withinMs} ms in vain until ${what}. ${options.describe?.() ?? ''}`);
    await wait(everyMs);
  }
}
