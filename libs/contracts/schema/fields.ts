import type { Schema, Shape } from './schema';

export interface Field {
  readonly schema: Schema;
  readonly isRequired: boolean;
}

const fieldsByPrototype = new WeakMap<object, Map<string, Field>>();

function remember(field: Field): PropertyDecorator {
  return (prototype, name) => {
    const own = fieldsByPrototype.get(prototype) ?? new Map<string, Field>();
    fieldsByPrototype.set(prototype, own.set(String(name), field));
  };
}

/** Says what a member holds that is always there. */
export const Field = (schema: Schema): PropertyDecorator => remember({ schema, isRequired: true });

/** Says what a member holds where it is there. */
export const OptionalField = (schema: Schema): PropertyDecorator => remember({ schema, isRequired: false });

/** The class's prototype and those that it extends, the nearest first. */
function chainOf(shape: Shape): object[] {
  const chain: object[] = [];
  for (
    let at: object | null = shape.prototype as object;
    at !== null;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    chain.push(at);
  }
  return chain;
}

/** The fields of a class, those of the class that it extends first. */
export function fieldsOf(shape: Shape): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  for (const prototype of chainOf(shape).reverse()) {
    for (const [name, field] of fieldsByPrototype.get(prototype) ?? []) fields.set(name, field);
  }
  return fields;
}

/** The names of the fields of a class. */
export function fieldNames(shape: Shape): string[] {
  return [...fieldsOf(shape).keys()];
}

const descriptions = new WeakMap<object, string>();
const memberDescriptions = new WeakMap<object, Map<string, string>>();

/** Says in plain sentences what a class is, or one of its members. */
export function Describes(description: string): ClassDecorator & PropertyDecorator {
  return (target: object, name?: string | symbol): void => {
    if (name === undefined) {
      descriptions.set(target, description);
      return;
    }
    const own = memberDescriptions.get(target) ?? new Map<string, string>();
    memberDescriptions.set(target, own.set(String(name), description));
  };
}

/** What `Describes` said of the class itself. */
export function descriptionOf(shape: Shape): string | undefined {
  return descriptions.get(shape);
}

/** What `Describes` said of a member, of the class or of one that it extends. */
export function memberDescription(shape: Shape, name: string): string | undefined {
  for (const prototype of chainOf(shape)) {
    const description = memberDescriptions.get(prototype)?.get(name);
    if (description !== undefined) return description;
  }
  return undefined;
}

/** An object that holds the fields of a class and nothing else. */
export function objectSchema(shape: Shape): Schema {
  const fields = [...fieldsOf(shape)];
  const description = descriptionOf(shape);
  return {
    type: 'object',
    ...(description === undefined ? {} : { description }),
    properties: Object.fromEntries(fields.map(([name, { schema }]) => [name, schema])),
    required: fields.filter(([, { isRequired }]) => isRequired).map(([name]) => name),
    additionalProperties: false,
  };
}
