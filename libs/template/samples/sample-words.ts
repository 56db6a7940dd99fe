import type { ExactObject } from '../json';
import type { AttributeSchema, PropertySchema } from '../schema/resource-schema';

/** How a form of the language says what a sample template has. */
export interface SampleWords {
  parameter(schema: PropertySchema): ExactObject;
  /** The value of the property, from the parameter of its name. */
  property(name: string, schema: PropertySchema): ExactObject;
  attribute(resource: string, name: string, schema: AttributeSchema): ExactObject;
  reference(resource: string): ExactObject;
  template(parts: SampleParts): ExactObject;
}

export interface SampleParts {
  readonly description: string;
  readonly parameters: ExactObject;
  readonly resource: { readonly name: string; readonly type: string; readonly properties: ExactObject };
  readonly outputs: ExactObject;
}
