import type { AnyDefinition } from './function-definition';

/** A function from one version on. A later row of the same name takes its place. */
export type FunctionRow = readonly [since: string, definition: AnyDefinition];

/** What a version has, by name. */
export function functionsAt(rows: readonly FunctionRow[], date: string): Map<string, AnyDefinition> {
  return new Map(rows.filter(([since]) => since <= date).map(([, definition]) => [definition.name, definition]));
}
