import type { JsonObject } from '#contracts';
import type { AttributeSchema, PropertySchema } from '../schema/resource-schema';

/** How a form of the language says what a sample template has. */
export interface SampleWords {
  parameter(schema: PropertySchema): JsonObject;
  /** The value of the property, from the parameter of its name. */
  property(name: string, schema: PropertySchema): JsonObject;
  attribute(resource: string, name: string, schema: AttributeSchema): JsonObject;
  reference(resource: string): JsonObject;
  template(parts: SampleParts): JsonObject;
}

export interface SampleParts {
  readonly description: string;
  readonly parameters: JsonObject;
  readonly resource: { readonly name: string; readonly type: string; readonly properties: JsonObject };
  readonly outputs: JsonObject;
}
