import type { Json, JsonObject } from '#contracts';
import type { Providers } from '../providers';
import type { AgainAnswer, Observation, ResourceType, Step, StepAnswer } from '../resource-type';

/** What of a step a run may be given; the rest is made up. */
export type StepValues = Partial<Step> & { readonly properties: JsonObject };

/** A step as an engine would put it together, at its first call. */
export function makeStep(values: StepValues & { readonly providers?: Providers }): Step {
  const resourceId = values.resourceId ?? '7d9f2f6e-6c3b-4d2b-8f0e-0d6c1a9b5e11';
  return {
    resourceName: 'thing',
    stackName: 'shop',
    stackId: '3f3c1a58-0a44-4a6e-9c39-54c0f7f2a001',
    project: 'default',
    physicalId: null,
    state: null,
    signal: new AbortController().signal,
    now: new Date('2026-01-01T00:00:00Z'),
    key: `kiln-${resourceId}`,
    providers: {},
    ...values,
    resourceId,
  };
}

type DoneAnswer = Extract<StepAnswer, { outcome: 'done' }>;

/** How a run ended, and what an engine would have stored on its way. */
export interface Run {
  readonly answer: DoneAnswer;
  /** Each call's step, in order; `calls[0]` is the first one. */
  readonly calls: readonly Step[];
}

const MOST_CALLS = 500;

/**
 * Takes a step to its end as an engine does: stores what each *again* tells, through JSON, and calls again. The
 * clock of the step is put forward instead of waiting. `repeat` takes every call that many times with the same
 * state, as if the worker had died before its commit.
 */
export async function runStep(
  type: ResourceType,
  action: 'create' | 'delete',
  first: Step,
  { repeat = 1 }: { repeat?: number } = {},
): Promise<Run> {
  const calls: Step[] = [];
  let step = first;
  while (calls.length < MOST_CALLS) {
    calls.push(step);
    let answer = await type[action](step);
    for (let times = 1; times < repeat; times += 1) answer = await type[action](step);
    if (answer.outcome === 'done') return { answer, calls };
    if (answer.outcome === 'wait') throw new Error(`${action} waits for a signal that nobody sends`);
    step = next(step, answer);
  }
  throw new Error(`${action} is not over after ${MOST_CALLS} calls`);
}

function next(step: Step, answer: AgainAnswer): Step {
  return {
    ...step,
    state: JSON.parse(JSON.stringify(answer.state)) as Json,
    physicalId: answer.physicalId ?? step.physicalId,
    now: new Date(step.now.getTime() + answer.afterMs),
  };
}

/** Looks at a thing of a type that can be looked at, as often as it says. */
export async function lookAt(type: ResourceType, first: Step): Promise<Observation> {
  let step = first;
  for (let calls = 0; calls < MOST_CALLS; calls += 1) {
    const answer = await type.check?.(step);
    if (answer === undefined) throw new Error(`${type.schema.type} can't be looked at`);
    if (answer.outcome !== 'again') return answer;
    step = next(step, answer);
  }
  throw new Error(`check is not over after ${MOST_CALLS} calls`);
}
