import type { Json } from '#contracts';
import { mapOf } from '../property-values';
import type { Step, StepAnswer } from '../resource-type';

/** Asked again at least so often, so that no timer has to hold a longer time. */
const LONGEST_MS = 3_600_000;

/**
 * Lets a step wait without holding anything: *again* until the time has passed, then `undefined`. The end of the
 * wait is drawn at the first call and stored, so it is the same for whichever engine goes on; `seconds` is not
 * asked again. Less than 0: until the stack's time is over.
 */
export function waitFor(step: Pick<Step, 'now' | 'state'>, seconds: () => number): StepAnswer | undefined {
  const now = step.now.getTime();
  const until = endOf(step.state) ?? endAfter(now, seconds());
  if (until === 'never') return { outcome: 'again', deliberate: true, afterMs: LONGEST_MS, state: { until } };
  if (until <= now) return undefined;
  const afterMs = Math.min(Math.ceil(until - now), LONGEST_MS);
  return { outcome: 'again', deliberate: true, afterMs, state: { until } };
}

type End = number | 'never';

function endAfter(now: number, seconds: number): End {
  return seconds < 0 ? 'never' : now + seconds * 1_000;
}

function endOf(state: Json): End | undefined {
  const until = mapOf(state)?.['until'];
  return typeof until === 'number' || until === 'never' ? until : undefined;
}
