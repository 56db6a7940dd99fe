import { Describes, OptionalField, schema } from '#contracts';
import type { ExactJson } from '#template';

const bounds = (description: string): ReturnType<typeof schema.object> => ({
  ...schema.object(description),
  properties: { min: { type: 'number' }, max: { type: 'number' } },
  additionalProperties: false,
});

/** A constraint holds one of these, and may say more about it. */
@Describes('What a value must keep to: one rule, and what is said of it.')
export class ConstraintDto {
  @OptionalField(schema.text('What the rule is for.'))
  description?: string;

  @OptionalField(bounds('How long a text, a list or a map may be.'))
  length?: object;

  @OptionalField(bounds('How large a number may be.'))
  range?: object;

  @OptionalField({
    ...schema.object('The number is the offset and a multiple of the step.'),
    properties: { step: { type: 'number' }, offset: { type: 'number' } },
    additionalProperties: false,
  })
  modulo?: object;

  @OptionalField(schema.list(schema.anything(), 'The values that there are.'))
  allowed_values?: readonly ExactJson[];

  @OptionalField(schema.text('The regular expression that the whole text matches.'))
  allowed_pattern?: string;

  @OptionalField(schema.text('What the value names in the outside world.'))
  custom_constraint?: string;
}
