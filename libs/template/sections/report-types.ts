import type { TypedResource } from './map-types';
import type { Preparation } from './preparation';
import { placeOf } from './read-resources';
import { statusText } from '../schema/status-text';
import { warnOfProperties } from './warn-of-properties';

/** Tells of types that nothing makes, and of types, properties and attributes that are to go away. */
export function reportTypes(resources: ReadonlyMap<string, TypedResource>, preparation: Preparation): void {
  const unavailable = [...resources.values()].filter(({ schema }) => schema.available === false);
  if (preparation.acceptUnavailable === true) warnOfUnavailable(unavailable, preparation);
  else refuseUnavailable(unavailable, preparation);
  warnOfStatus(resources, preparation);
}

/** The first fault names every type, so that whoever reads only the first one knows all that is missing. */
function refuseUnavailable(unavailable: readonly TypedResource[], { faults, place, version }: Preparation): void {
  const types = [...new Set(unavailable.map(({ schema }) => schema.type))];
  if (types.length > 1) {
    const names = types.map((type) => `\`${type}\``).join(', ');
    faults.add(place.at(version.keys.sections.resources), `these resource types cannot be made yet: ${names}`);
  }
  for (const resource of unavailable) {
    const { type, schema } = resource;
    faults.add(
      placeOf(resource, 'type'),
      () => `${cannotBeMade(type, schema.type)}; to leave it out, ${wayRound(type)}`,
    );
  }
}

/** Once a type, at the first resource that is to be one. */
function warnOfUnavailable(unavailable: readonly TypedResource[], { warnings }: Preparation): void {
  const firsts = new Map(unavailable.toReversed().map((resource) => [resource.schema.type, resource]));
  for (const resource of [...firsts.values()].toReversed()) {
    const { type, schema } = resource;
    warnings.add(
      placeOf(resource, 'type'),
      `${cannotBeMade(type, schema.type)}: a stack with it is refused, unless you ${wayRound(type)}`,
    );
  }
}

function cannotBeMade(written: string, type: string): string {
  const from = written === type ? '' : ` (which \`${written}\` stands for)`;
  return `the resource type \`${type}\`${from} is known, but cannot be made yet`;
}

function wayRound(written: string): string {
  return `map \`${written}\` to \`OS::Heat::None\` in the environment’s \`resource_registry\``;
}

/** What is to go away still works, but its users should know. */
function warnOfStatus(resources: ReadonlyMap<string, TypedResource>, { warnings }: Preparation): void {
  for (const resource of resources.values()) {
    const { schema, properties } = resource;
    const status = statusText(schema.supportStatus);
    if (status !== undefined) warnings.add(placeOf(resource, 'type'), `the resource type \`${schema.type}\` ${status}`);
    if (schema.anyProperties === true) continue;
    warnOfProperties(properties, schema.properties, placeOf(resource, 'properties'), warnings);
  }
}
