import type { Faults } from '../diagnostics/faults';
import type { Evaluation } from '../expressions/expression';
import { checkExpression } from '../expressions/walk';
import { mapEntries } from '../expressions/operands';
import { reportNames } from '../properties/read-properties';
import { evaluateMap, resourceProperties, sectionValues } from '../resources/resource-properties';
import type { TypedResource } from './map-types';
import { placeOf } from './read-resources';

/** How faults of resources are told apart. */
export interface ResourceChecks {
  /** Whose faults are there whatever the values: unknown names, references to nothing. */
  readonly forms: Evaluation;
  /** Whose faults come of values. */
  readonly values: Evaluation;
}

/**
 * Checks a resource against its type as far as it can be known before there are any resources: names,
 * references, and every value that does not rest on an attribute.
 */
export function checkResource(resource: TypedResource, { forms, values }: ResourceChecks): void {
  const { schema } = resource;
  checkExpression(resource.properties, forms);
  checkExpression(resource.metadata, forms);
  checkExpression(resource.updatePolicy, forms);
  checkNames(resource, 'properties', schema.anyProperties === true ? undefined : schema.properties, forms);
  checkNames(resource, 'updatePolicy', schema.updatePolicy ?? {}, forms);
  resourceProperties(resource, placeOf(resource, 'properties'), values);
  evaluateMap(resource.metadata, placeOf(resource, 'metadata'), values);
  const policy = { expression: resource.updatePolicy, place: placeOf(resource, 'updatePolicy') };
  sectionValues({ ...policy, schemas: schema.updatePolicy ?? {} }, values);
}

function checkNames(
  resource: TypedResource,
  section: 'properties' | 'updatePolicy',
  schemas: TypedResource['schema']['properties'] | undefined,
  forms: Evaluation,
): void {
  const names = mapEntries(resource[section])?.keys();
  if (schemas === undefined || names === undefined) return;
  const report = (at: Parameters<Evaluation['report']>[0], detail: string | (() => string)): void =>
    void forms.report(at, detail);
  reportNames(schemas, [...names], placeOf(resource, section), { report });
}

/** Parameters and resources share one space of names. */
export function reportSharedNames(
  resources: readonly Pick<TypedResource, 'name' | 'place'>[],
  parameters: { has(name: string): boolean },
  faults: Faults,
): void {
  for (const { name, place } of resources) {
    if (parameters.has(name)) faults.add(place, `\`${name}\` is the name of a parameter already`);
  }
}
