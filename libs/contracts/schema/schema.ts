import type { Json } from '../json';

/** A class whose fields say what an object holds. */
export type Shape = new () => object;

/** Names a class inside a schema. It is looked up late, as a class may hold itself. */
export class ShapeReference {
  constructor(readonly shape: () => Shape) {}
}

export type SchemaPart = Json | ShapeReference | Schema | readonly SchemaPart[];

/** A JSON Schema of 2020-12; where a `$ref` stands, a class may stand in it. */
export interface Schema {
  readonly [keyword: string]: SchemaPart;
}

const described = (description: string | undefined, schema: Schema): Schema =>
  description === undefined ? schema : { ...schema, description };

export const text = (description?: string, more: Schema = {}): Schema =>
  described(description, { type: 'string', ...more });

/** A UUID in lower case. */
export const uuid = (description?: string): Schema => text(description, { format: 'uuid' });

/** RFC 3339 in UTC with milliseconds, as every answer has times. */
export const time = (description?: string): Schema =>
  text(description, { format: 'date-time', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' });

export const integer = (description?: string, more: Schema = {}): Schema =>
  described(description, { type: 'integer', ...more });

/** A number of things. */
export const count = (description?: string): Schema => integer(description, { minimum: 0 });

export const flag = (description?: string): Schema => described(description, { type: 'boolean' });

/** One word out of a closed set. */
export const words = (set: readonly string[], description?: string): Schema => text(description, { enum: [...set] });

/** The one value that there is. */
export const fixed = (value: string): Schema => ({ const: value });

export const list = (items: Schema, description?: string): Schema => described(description, { type: 'array', items });

/** An object whose keys are names that nobody knows before. */
export const mapOf = (values: Schema, description?: string): Schema =>
  described(description, { type: 'object', additionalProperties: values });

/** Any object. */
export const object = (description?: string): Schema => described(description, { type: 'object' });

/** Any value of JSON. */
export const anything = (description?: string): Schema => described(description, {});

/** What the class says. */
export const one = (shape: () => Shape, description?: string): Schema =>
  described(description, { $ref: new ShapeReference(shape) });

/** The same, or `null`. */
export function orNull(schema: Schema): Schema {
  const { description, ...rest } = schema;
  if (typeof rest['type'] !== 'string') {
    const either: Schema = { anyOf: [rest, { type: 'null' }] };
    return description === undefined ? either : { ...either, description };
  }
  const values = Array.isArray(rest['enum']) ? { enum: [...rest['enum'], null] } : {};
  return { ...schema, ...values, type: [rest['type'], 'null'] };
}
