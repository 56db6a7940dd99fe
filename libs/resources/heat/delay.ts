import { randomInt } from 'node:crypto';
import type { ResourceSchema } from '#template';
import { GONE } from '../gone';
import { listOf, numberOf } from '../property-values';
import type { ResourceType, Step, StepAnswer } from '../resource-type';
import { showAttribute } from './show-attribute';
import { waitFor } from './waiting';

/** From 0 up to, and without, 1. */
export type Fraction = () => number;

const STEPS = 2 ** 32;

/**
 * Waits, and makes nothing. The jitter is drawn once a step and stored, so that a restart neither shortens nor
 * prolongs the wait.
 */
const schema: ResourceSchema = {
  type: 'OS::Heat::Delay',
  description: 'Waits for some time between what it depends on and what depends on it.',
  supportStatus: { status: 'SUPPORTED', version: '11.0.0' },
  properties: {
    min_wait: {
      type: 'Number',
      default: 0,
      updateAllowed: true,
      description: 'Seconds to wait at least.',
      constraints: [{ range: { min: 0 } }],
    },
    max_jitter: {
      type: 'Number',
      default: 0,
      updateAllowed: true,
      description: 'A random part of this, in units of `jitter_multiplier` seconds, is waited on top.',
      constraints: [{ range: { min: 0 } }],
    },
    jitter_multiplier: {
      type: 'Number',
      default: 1,
      updateAllowed: true,
      description: 'Seconds that one unit of `max_jitter` stands for.',
      constraints: [{ range: { min: 0 } }],
    },
    actions: {
      type: 'List',
      default: ['CREATE'],
      updateAllowed: true,
      description: 'Actions during which it waits.',
      constraints: [{ allowed_values: ['CREATE', 'DELETE', 'SUSPEND', 'RESUME'] }],
    },
  },
  attributes: showAttribute,
};

export function createDelay(fraction: Fraction = () => randomInt(STEPS) / STEPS): ResourceType {
  const secondsOf = ({ properties }: Step): number =>
    (numberOf(properties['min_wait']) ?? 0) +
    (numberOf(properties['max_jitter']) ?? 0) * (numberOf(properties['jitter_multiplier']) ?? 1) * fraction();
  const secondsOn = (step: Step, action: string): number =>
    listOf(step.properties['actions'])?.includes(action) ? secondsOf(step) : 0;
  return {
    schema,
    create: (step) =>
      Promise.resolve(
        waitFor(step, () => secondsOn(step, 'CREATE')) ?? { outcome: 'done', physicalId: null, attributes: {} },
      ),
    update: asItIs,
    delete: (step) => Promise.resolve(waitFor(step, () => secondsOn(step, 'DELETE')) ?? GONE),
  };
}

/** What it waits for from now on is changed; changing that takes no time. */
async function asItIs({ physicalId }: Step): Promise<StepAnswer> {
  return Promise.resolve({ outcome: 'done', physicalId, attributes: {} });
}
