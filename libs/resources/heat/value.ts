import type { Json, JsonObject } from '#contracts';
import type { Converted } from '#template';
import { GONE } from '../gone';
import { physicalName } from '../names/physical-name';
import { textOf } from '../property-values';
import { ResourceFailure } from '../resource-failure';
import type { ResourceType, Step } from '../resource-type';
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
    check: (properties) => {
      const converted = properties['value'] === undefined ? undefined : valueOf(properties);
      if (converted === undefined || converted.ok) return [];
      return [{ property: 'value', detail: `expected ${converted.expected}, as \`type\` says` }];
    },
  },
  instant: true,
  // `async`, so that a value of the wrong type is a rejection.
  create: async (step) =>
    Promise.resolve({ outcome: 'done', physicalId: physicalName(step), attributes: attributesOf(step) }),
  update: async (step) =>
    Promise.resolve({ outcome: 'done', physicalId: step.physicalId, attributes: attributesOf(step) }),
  delete: () => Promise.resolve(GONE),
};

function attributesOf({ properties }: Step): JsonObject {
  const converted = valueOf(properties);
  if (converted.ok) return { value: converted.value };
  throw new ResourceFailure(`property \`value\` must be ${converted.expected}; give one, or leave \`type\` out`);
}

function valueOf(properties: JsonObject): Converted<Json> {
  return convertValue(properties['value'] ?? null, textOf(properties['type']));
}
