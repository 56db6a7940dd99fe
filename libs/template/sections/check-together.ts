import type { JsonObject } from '#contracts';
import { didYouMean } from '../diagnostics/suggestion';
import type { Place } from '../diagnostics/place';
import type { Registry } from '../environment/registry';
import type { Evaluation } from '../expressions/expression';
import { objectOf } from '../json';
import { readEntries } from '../properties/read-properties';
import type { PlannedDefinition, TypeCatalogue } from '../schema/resource-schema';
import { isKnown, UNKNOWN } from '../values';
import type { Value } from '../values';
import type { TypedResource } from './map-types';

/** Where the types of resources are looked up that others make. */
export interface TypeLookup {
  readonly registry: Registry;
  readonly types: TypeCatalogue;
}

/** Checks what the type itself wants of its properties, and the resources that it would make of them. */
export function checkTogether(
  { schema, place }: TypedResource,
  properties: Readonly<Record<string, Value>> | typeof UNKNOWN,
  scope: Evaluation,
  lookup: TypeLookup,
): void {
  if (properties === UNKNOWN) return;
  const at = place.at('properties');
  for (const { property, detail } of schema.check?.(knownOf(properties)) ?? []) {
    scope.report(property === undefined ? at : at.at(property), detail);
  }
  for (const definition of schema.definitions?.(properties) ?? []) {
    const inside = definition.path.reduce((found: Place, step) => found.at(step), at);
    checkDefinition(definition, inside, scope, lookup);
  }
}

function knownOf(properties: Readonly<Record<string, Value>>): JsonObject {
  return objectOf(Object.entries(properties).filter((entry): entry is [string, JsonObject] => isKnown(entry[1])));
}

/** One that a template stands for is checked when that is read. */
function checkDefinition(
  { type, properties }: PlannedDefinition,
  place: Place,
  scope: Evaluation,
  { registry, types }: TypeLookup,
): void {
  // Groups number what they make.
  const mapping = registry.resolve(type, '0');
  if (mapping.kind !== 'type') return;
  const schema = types.find(mapping.name);
  if (schema === undefined) {
    scope.report(
      place,
      () => `there is no resource type \`${mapping.name}\`${didYouMean(mapping.name, types.names())}`,
    );
  } else if (schema.anyProperties !== true) {
    const report = (at: Place, detail: string | (() => string)): void => void scope.report(at, detail);
    // What stands in a definition may be secret, which cannot be told from its values.
    readEntries(schema.properties, properties, place.at('properties'), { report, reveal: false });
  }
}
