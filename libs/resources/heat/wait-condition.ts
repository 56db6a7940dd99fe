import type { Json, JsonObject } from '#contracts';
import { pythonJson } from '#template';
import type { PropertySchema, ResourceSchema } from '#template';
import { GONE } from '../gone';
import { mapOf, numberOf, textOf } from '../property-values';
import { ResourceFailure } from '../resource-failure';
import type { ResourceType, Step, StepAnswer } from '../resource-type';
import { MOST_SIGNALS } from '../signal';
import type { Signal } from '../signal';
import { showAttribute } from './show-attribute';

const SECOND = 1_000;

/** What the two forms of the type call the same things. */
interface Names {
  readonly handle: string;
  readonly timeout: string;
  readonly count: string;
  readonly data: string;
}

const HEAT: Names = { handle: 'handle', timeout: 'timeout', count: 'count', data: 'data' };
const CFN: Names = { handle: 'Handle', timeout: 'Timeout', count: 'Count', data: 'Data' };

export const waitCondition: ResourceType = conditionType(HEAT, {
  type: 'OS::Heat::WaitCondition',
  description:
    'Waits until its handle was signalled often enough; fails where a signal says so, or none comes in time.',
  supportStatus: { status: 'SUPPORTED', version: '2014.2' },
  sampleName: 'HeatWaitCondition',
  timeout: 'Number',
});

export const cfnWaitCondition: ResourceType = conditionType(CFN, {
  type: 'AWS::CloudFormation::WaitCondition',
  description:
    'Waits until its handle was signalled often enough; fails where a signal says so, or none comes in time.',
  supportStatus: { status: 'SUPPORTED', version: '2014.1' },
  timeout: 'Integer',
});

interface Form extends Pick<ResourceSchema, 'type' | 'description' | 'supportStatus' | 'sampleName'> {
  readonly timeout: PropertySchema['type'];
}

/** As Heat's `wait_condition.py`; the time begins when the step does, anew with each update. */
function conditionType(names: Names, { timeout, ...named }: Form): ResourceType {
  const take = async (step: Step): Promise<StepAnswer> => Promise.resolve(waitForSignals(step, names));
  return {
    schema: {
      ...named,
      properties: {
        [names.handle]: { type: 'String', required: true, description: 'A reference to the handle.' },
        [names.timeout]: {
          type: timeout,
          required: true,
          description: 'Seconds to wait at most; the stack’s own time goes on meanwhile.',
          constraints: [{ range: { min: 1, max: 43_200 } }],
        },
        [names.count]: {
          type: 'Integer',
          default: 1,
          updateAllowed: true,
          description: `Signals of different ids to wait for; a handle takes ${MOST_SIGNALS} at most.`,
          constraints: [{ range: { min: 1 } }],
        },
      },
      attributes: {
        [names.data]: { type: 'String', description: 'JSON of a map: the id of each signal and its data.' },
        ...showAttribute,
      },
      check: (properties) =>
        (numberOf(properties[names.count]) ?? 1) > MOST_SIGNALS
          ? [{ property: names.count, detail: `is more than a handle takes: ${MOST_SIGNALS} signals at most` }]
          : [],
    },
    create: take,
    update: take,
    delete: () => Promise.resolve(GONE),
    signalsFrom: (properties) => textOf(properties[names.handle]) ?? '',
  };
}

function waitForSignals(step: Step, names: Names): StepAnswer {
  const { properties, signals } = step;
  if (signals === undefined) {
    throw new ResourceFailure(`\`${names.handle}\` is no handle of this stack: give it a reference to one`);
  }
  const failures = signals.filter(({ status }) => status === 'FAILURE');
  if (failures.length > 0) throw new ResourceFailure(reasonsOf(failures) || 'a signal said FAILURE, and not why');
  const count = numberOf(properties[names.count]) ?? 1;
  if (signals.length >= count) return complete(step, signals, names);
  const now = step.now.getTime();
  const until = endOf(step.state) ?? now + (numberOf(properties[names.timeout]) ?? 0) * SECOND;
  if (now >= until) throw timedOut(signals, count);
  return { outcome: 'wait', state: { until }, atMostMs: until - now };
}

function complete(step: Step, signals: readonly Signal[], { data }: Names): StepAnswer {
  const told: JsonObject = Object.fromEntries(signals.map((signal) => [signal.id, signal.data]));
  return {
    outcome: 'done',
    physicalId: step.physicalId ?? step.resourceId,
    attributes: { [data]: pythonJson(told) },
  };
}

/** Heat's words. */
function timedOut(signals: readonly Signal[], count: number): ResourceFailure {
  const received = `timed out: ${signals.length} of ${count} received`;
  return new ResourceFailure(signals.length === 0 ? received : `${received} - ${reasonsOf(signals)}`);
}

function reasonsOf(signals: readonly Signal[]): string {
  return signals.map(({ reason }) => reason).join(';');
}

function endOf(state: Json): number | undefined {
  return numberOf(mapOf(state)?.['until']);
}
