/** How a call to the outside ended. */
export type CallEnd<T> =
  | { readonly outcome: 'answered'; readonly answer: T }
  | { readonly outcome: 'threw'; readonly error: unknown }
  /** It did not end in its time, but stopped when it was told to: it may be asked again. */
  | { readonly outcome: 'aborted' }
  /** It does not even stop when told to: nobody knows what it did, and it may still be doing it. */
  | { readonly outcome: 'hung' };

export interface CallBounds {
  /** How long the call may take before it gets the abort signal. */
  timeoutMs: number;
  /** How long it may then take to end. */
  graceMs: number;
}

/** Runs a call that is aborted after its time and given up soon after that. Never rejects. */
export async function boundedCall<T>(
  call: (signal: AbortSignal) => Promise<T>,
  bounds: CallBounds,
): Promise<CallEnd<T>> {
  const controller = new AbortController();
  const ended = Promise.resolve()
    .then(() => call(controller.signal))
    .then(
      (answer): CallEnd<T> => ({ outcome: 'answered', answer }),
      (error: unknown): CallEnd<T> =>
        controller.signal.aborted ? { outcome: 'aborted' } : { outcome: 'threw', error },
    );
  let abortTimer: NodeJS.Timeout | undefined;
  let hungTimer: NodeJS.Timeout | undefined;
  const hung = new Promise<CallEnd<T>>((resolve) => {
    abortTimer = setTimeout(() => controller.abort(new Error('the call took too long')), bounds.timeoutMs);
    hungTimer = setTimeout(() => resolve({ outcome: 'hung' }), bounds.timeoutMs + bounds.graceMs);
  });
  try {
    return await Promise.race([ended, hung]);
  } finally {
    clearTimeout(abortTimer);
    clearTimeout(hungTimer);
  }
}
