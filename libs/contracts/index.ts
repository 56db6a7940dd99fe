export * from './callers';
export * from './diagnostics';
export * from './errors';
export type * from './ids';
export type * from './json';
export * from './messages';
export * from './notification';
export { Components } from './schema/components';
export {
  Describes,
  Field,
  OptionalField,
  descriptionOf,
  fieldNames,
  fieldsOf,
  memberDescription,
  objectSchema,
} from './schema/fields';
export * as schema from './schema/schema';
export type { Schema, SchemaPart, Shape } from './schema/schema';
export * from './states';
