import type { Json, JsonObject } from '#contracts';

// Properties come checked against the schema. These give them the types that the compiler wants; what is absent or
// of another kind is `undefined`, which happens on the delete of what never came to have properties.

export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A text with something in it: the language makes the empty text of a `null`. */
export function wordOf(value: Json | undefined): string | undefined {
  return textOf(value) === '' ? undefined : textOf(value);
}

export function numberOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

export function listOf(value: Json | undefined): Json[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

export function mapOf(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
