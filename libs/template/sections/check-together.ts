import type { JsonObject } from '#contracts';
import type { Evaluation } from '../expressions/expression';
import { objectOf, own } from '../json';
import type { ExactJson } from '../json';
import { resourceProperties } from '../resources/resource-properties';
import { isKnown, plainJson, UNKNOWN } from '../values';
import type { Value } from '../values';
import type { TypedResource } from './map-types';
import { placeOf } from './read-resources';

interface Checking {
  /** Knows the properties, and tells nobody what is wrong with each of them: that was told by then. */
  readonly silent: Evaluation;
  /** Takes what is wrong with them together. */
  readonly values: Evaluation;
  /** Of the resource. */
  readonly dependencies: readonly string[];
}

/** Checks what the type itself wants of its properties. */
export function checkTogether(resource: TypedResource, { silent, values, dependencies }: Checking): void {
  const { check } = resource.schema;
  if (check === undefined) return;
  const place = placeOf(resource, 'properties');
  const properties = resourceProperties(resource, place, silent);
  if (properties === UNKNOWN) return;
  const asked = {
    isGiven: (property: string): boolean => isGiven(own(properties, property)),
    dependsOn: (name: string): boolean => dependencies.includes(name),
  };
  for (const { property, detail } of check(knownOf(properties), asked)) {
    values.report(property === undefined ? place : place.at(property), detail);
  }
}

/** To a type the empty text, which stands for `null`, is as good as nothing. */
function isGiven(value: Value | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}

function knownOf(properties: Readonly<Record<string, Value>>): JsonObject {
  const known = Object.entries(properties).filter((entry): entry is [string, ExactJson] => isKnown(entry[1]));
  return objectOf(known.map(([name, value]) => [name, plainJson(value)] as const));
}
