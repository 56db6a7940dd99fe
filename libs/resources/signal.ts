import type { Json } from '#contracts';

/** What somebody outside told a resource. */
export interface Signal {
  /** A signal with the id of an earlier one takes its place. */
  readonly id: string;
  readonly status: SignalStatus;
  readonly reason: string;
  readonly data: Json;
}

export type SignalStatus = 'SUCCESS' | 'FAILURE';

/** What a signal says by itself; without an id it gets a number that none has yet. */
export interface SaidBySignal extends Omit<Signal, 'id' | 'reason'> {
  readonly id?: string;
  readonly reason?: string;
}

/** Reads the body that a signal came with (`null`: none); throws ResourceFailure with what is wrong with it. */
export type ReadSignal = (body: Json) => SaidBySignal;

/** Of one resource; what is more is refused. A wait that needs more could never end. */
export const MOST_SIGNALS = 1_000;
