import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Sliced } from '#template';

/** So long the event loop may stand still for one piece of work. */
const TURN_MS = 10;

/** Does sliced work in turns with everything else that the process has to do: heartbeats, other stacks' steps. */
export async function runInTurns<T>(work: Sliced<T>): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    if (performance.now() - begun < TURN_MS) continue;
    await nextTurn();
    begun = performance.now();
  }
}
