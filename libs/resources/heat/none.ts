import { GONE } from '../gone';
import type { ResourceType } from '../resource-type';
import { showAttribute } from './show-attribute';

/**
 * Does nothing: an environment maps a type to it to leave that type out. Takes any property; every attribute is
 * `null`.
 */
export const none: ResourceType = {
  schema: {
    type: 'OS::Heat::None',
    description: 'Makes nothing, takes any property, and has every attribute, as null. Stands in for a type left out.',
    supportStatus: { status: 'SUPPORTED', version: '5.0.0' },
    properties: {},
    attributes: showAttribute,
    anyProperties: true,
    anyAttributes: true,
    sampleName: 'NoneResource',
  },
  instant: true,
  create: (step) => Promise.resolve({ outcome: 'done', physicalId: step.resourceId, attributes: {} }),
  update: (step) => Promise.resolve({ outcome: 'done', physicalId: step.physicalId, attributes: {} }),
  delete: () => Promise.resolve(GONE),
};
