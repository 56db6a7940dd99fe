import { GONE } from '../gone';
import { physicalName } from '../names/physical-name';
import { textOf } from '../property-values';
import type { ResourceType } from '../resource-type';
import { showAttribute } from './show-attribute';
import { VALUE_TYPES, convertValue } from './value-types';

/** Gives a name to an expression: what `value` resolves to is the attribute `value`. */
export const value: ResourceType = {
  schema: {
    type: 'OS::Heat::Value',
    description: 'Holds a value, so that an expression is written once and its result is used in many places.',
    supportStatus: { status: 'SUPPORTED', version: '7.0.0' },
    properties: {
      value: { type: 'Any', required: true, updateAllowed: true, description: 'The value to hold.' },
      type: {
        type: 'String',
        updateAllowed: true,
        description: 'What the value must be; without it anything goes.',
        constraints: [{ allowed_values: VALUE_TYPES }],
      },
    },
    attributes: { value: { type: 'Any', description: 'The value, converted to `type`.' }, ...showAttribute },
  },
  instant: true,
  // `async`, so that a value of the wrong type is a rejection.
  create: async (step) => {
    const converted = convertValue(step.properties['value'] ?? null, textOf(step.properties['type']));
    return Promise.resolve({ outcome: 'done', physicalId: physicalName(step), attributes: { value: converted } });
  },
  delete: () => Promise.resolve(GONE),
};
