/**
 * A step answers within 8 s, so what it does outside is bounded: the signal fires at the step's deadline, and after
 * `ms`. Calls that are made one after the other share one signal.
 */
export function boundedSignal(deadline: AbortSignal, ms: number): AbortSignal {
  return AbortSignal.any([deadline, AbortSignal.timeout(ms)]);
}
