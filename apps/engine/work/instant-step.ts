import { ResourceFailure } from '#resources';
import type { CheckAnswer, StepAnswer } from '#resources';

/** Such a step may be run without a claim, so that there is nothing of it that could be stored before its end. */
export function asInstant(answer: StepAnswer | CheckAnswer): StepAnswer {
  if (answer.outcome === 'done') return answer;
  throw new ResourceFailure(`a resource type that is instant can't answer “${answer.outcome}”`);
}
