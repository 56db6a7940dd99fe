import type { AnyDefinition } from './function-definition';
import { misplaced } from './misplaced';

/** A function from one version on. A later row of the same name takes its place. */
export type FunctionRow = readonly [since: string, definition: AnyDefinition];

/** What a version has, by name. */
export function functionsAt(rows: readonly FunctionRow[], date: string): Map<string, AnyDefinition> {
  return byName(rows.filter(([since]) => since <= date).map(([, definition]) => definition));
}

export function byName(definitions: readonly AnyDefinition[]): Map<string, AnyDefinition> {
  return new Map(definitions.map((definition) => [definition.name, definition]));
}

/** What a version has for its conditions, and its other functions, which are there to be refused. */
export function withMisplaced(
  conditionFunctions: ReadonlyMap<string, AnyDefinition>,
  functions: ReadonlyMap<string, AnyDefinition>,
): Map<string, AnyDefinition> {
  const others = [...functions].map(([name, definition]): [string, AnyDefinition] => {
    const isRemoved = 'removed' in definition;
    return [name, isRemoved ? definition : misplaced(name)];
  });
  return new Map([...others, ...conditionFunctions]);
}

/** The same function under another name. */
export function named<Definition extends AnyDefinition>(name: string, definition: Definition): Definition {
  return { ...definition, name };
}
