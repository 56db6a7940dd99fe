import type { Json } from '#contracts';
import { mapOf, numberOf } from './property-values';
import { ResourceFailure } from './resource-failure';
import type { AgainAnswer, ResourceType, Step, WaitAnswer } from './resource-type';

/** Some 4 minutes of tries, the step's deadline permitting. */
export const MOST_TRIES = 30;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;

type StepFunction<S extends Step, A> = (step: S) => Promise<A | AgainAnswer>;

/** What is stored between two calls: the type's own state, and how often in a row it met a failure that may pass. */
interface RetryState {
  readonly failures: number;
  readonly own: Json;
}

/**
 * The type, with its retryable failures turned into *look again*: 200 ms after the first, twice as long after each
 * further one, 10 s at most, or what the provider asks for. The count is in the stored state, so that it outlives
 * the process; any other answer sets it back. Instant types meet no such failure and are left as they are.
 */
export function retrying(type: ResourceType): ResourceType {
  if (type.instant === true) return type;
  return {
    ...type,
    ...(type.update === undefined ? {} : { update: retryingStep(type.update.bind(type)) }),
    ...(type.check === undefined ? {} : { check: retryingStep(type.check.bind(type)) }),
    create: retryingStep((step: Step) => type.create(step)),
    delete: retryingStep((step: Step) => type.delete(step)),
  };
}

function retryingStep<S extends Step, A extends { readonly outcome: string }>(
  take: StepFunction<S, A>,
): StepFunction<S, A> {
  return async (step) => {
    const { failures, own } = readState(step.state);
    try {
      const answer = await take({ ...step, state: own });
      return goesOn(answer) ? { ...answer, state: { failures: 0, own: answer.state } } : answer;
    } catch (error) {
      // After its deadline nobody waits for the step's answer.
      if (step.signal.aborted || !(error instanceof ResourceFailure) || !error.retryable) throw error;
      if (failures + 1 >= MOST_TRIES) throw givenUp(error);
      const afterMs = error.retryAfterMs ?? waitAfter(failures);
      return { outcome: 'again', afterMs, state: { failures: failures + 1, own } };
    }
  };
}

function goesOn(answer: { readonly outcome: string }): answer is AgainAnswer | WaitAnswer {
  return answer.outcome === 'again' || answer.outcome === 'wait';
}

function waitAfter(failures: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS);
}

function givenUp(cause: ResourceFailure): ResourceFailure {
  return new ResourceFailure(`${cause.message} (given up after ${MOST_TRIES} tries)`, { cause });
}

function readState(state: Json): RetryState {
  const stored = mapOf(state);
  return { failures: numberOf(stored?.['failures']) ?? 0, own: stored?.['own'] ?? null };
}
