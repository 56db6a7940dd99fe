const FIRST_MS = 500;
const LONGEST_MS = 30_000;
/** Whoever lasted so long has started well: its next end is not counted together with those before. */
const STEADY_AFTER_MS = 60_000;

/** How often something ended soon after its start, in a row. */
export interface RestartHistory {
  quickEnds: number;
}

/** What to do after an end: wait longer from one quick end to the next. */
export function planRestart(history: RestartHistory, livedMs: number): { delayMs: number; history: RestartHistory } {
  const quickEnds = livedMs >= STEADY_AFTER_MS ? 1 : history.quickEnds + 1;
  return { delayMs: Math.min(FIRST_MS * 2 ** (quickEnds - 1), LONGEST_MS), history: { quickEnds } };
}
