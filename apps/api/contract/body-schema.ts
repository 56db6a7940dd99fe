import { getMetadataStorage } from 'class-validator';
import { InvariantError, descriptionOf, memberDescription } from '#contracts';
import type { Schema, SchemaPart, Shape } from '#contracts';
import { Shown } from '../requests/shown';
import { sourceOf } from '../requests/pattern-source';

interface Check {
  readonly propertyName: string;
  readonly name?: string;
  readonly constraints?: readonly unknown[];
  readonly type: string;
}

/** What each check of class-validator says of a value, given its constraints; our own bring a `Shown` along. */
const SCHEMAS: Readonly<Record<string, (...constraints: never[]) => Schema>> = {
  isBoolean: () => ({ type: 'boolean' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isString: () => ({ type: 'string' }),
  isObject: () => ({ type: 'object' }),
  isArray: () => ({ type: 'array' }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isIn: (values: SchemaPart[]) => ({ enum: values }),
  min: (minimum: number) => ({ minimum }),
  max: (maximum: number) => ({ maximum }),
  minLength: (minLength: number) => ({ minLength }),
  maxLength: (maxLength: number) => ({ maxLength }),
  arrayMinSize: (minItems: number) => ({ minItems }),
  arrayMaxSize: (maxItems: number) => ({ maxItems }),
  matches: (pattern: RegExp) => ({ type: 'string', pattern: sourceOf(pattern) }),
};

/** A request's DTO class as a schema, read from its decorators: what they check is what it says. */
export function bodySchema(dto: Shape): Schema {
  const checks = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false) as readonly Check[];
  const names = [...new Set(checks.map(({ propertyName }) => propertyName))];
  const isOptional = (name: string): boolean =>
    checks.some((check) => check.propertyName === name && check.name === 'isOptional');
  const member = (name: string): Schema => {
    const own = checks.filter((check) => check.propertyName === name && check.name !== 'isOptional');
    const parts = own.map((check) => schemaOfCheck(dto, check));
    const description = memberDescription(dto, name);
    const whole: Schema = Object.assign({}, ...parts, description === undefined ? {} : { description }) as Schema;
    // `null` counts as not given.
    return isOptional(name) && 'type' in whole ? { ...whole, type: [whole['type'], 'null'].flat() } : whole;
  };
  const description = descriptionOf(dto);
  return {
    type: 'object',
    ...(description === undefined ? {} : { description }),
    properties: Object.fromEntries(names.sort().map((name) => [name, member(name)])),
    required: names.filter((name) => !isOptional(name)),
    additionalProperties: false,
  };
}

function schemaOfCheck(dto: Shape, { propertyName, name, type, constraints = [] }: Check): Schema {
  const [first] = constraints;
  if (first instanceof Shown) return first.schema;
  const describe = SCHEMAS[name ?? type];
  if (describe) return describe(...(constraints as never[]));
  throw new InvariantError(`nothing says what ${name ?? type} of ${dto.name}.${propertyName} is in a schema`);
}

/** Whether a class is checked by class-validator, as those of requests are. */
export function isChecked(shape: Shape): boolean {
  return getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false).length > 0;
}
