import type { JsonObject } from '#contracts';
import type { Faults } from '../diagnostics/faults';
import { Place } from '../diagnostics/place';
import type { Environment } from '../environment/environment';
import { Registry } from '../environment/registry';
import { NOTHING_KNOWN, StackEvaluation } from '../evaluation/stack-evaluation';
import { findDependencies, reportCycles } from '../graph/dependencies';
import type { Dependencies } from '../graph/dependencies';
import { mapInSlices } from '../slices';
import type { Sliced } from '../slices';
import type { PreparedResource, StackWorld } from '../stack';
import type { TemplateVersion } from '../versions/template-version';
import { checkResource, reportSharedNames } from './check-resources';
import { readDeletionPolicy } from './deletion-policy';
import { isEnabled } from './is-enabled';
import { mapTypes } from './map-types';
import type { TypedResource } from './map-types';
import type { Preparation } from './preparation';
import type { Ground } from './prepare-world';
import { TEMPLATE } from './read-request';
import { placeOf, readResources } from './read-resources';
import { readMapSection } from './read-section';
import { reportTypes } from './report-types';

interface PreparedResources {
  readonly resources: ReadonlyMap<string, PreparedResource>;
  /** The ground's, with the resources in it. */
  readonly world: StackWorld;
}

/** Reads the resources, leaves out those whose condition is false, and checks the others against their types. */
export function* prepareResources(
  template: JsonObject,
  ground: Ground,
  environment: Environment,
  preparation: Preparation,
): Sliced<PreparedResources> {
  const { faults, valueFaults, version, types } = preparation;
  const section = version.keys.sections.resources;
  const entries = readMapSection(template, section, TEMPLATE, faults);
  const written = yield* readResources(entries, TEMPLATE.at(section), { ...ground.context, version });
  reportSharedNames(written, ground.parameterNames, faults);
  const enabled = written.filter((resource) =>
    isEnabled(resource.condition, placeOf(resource, 'condition'), ground.context),
  );
  const registry = Registry.read(environment.resourceRegistry, REGISTRY, faults);
  const typed = yield* mapTypes(enabled, { registry, types, faults });
  const declaredResources = new Set(entries.map(([name]) => name));
  const world = { ...ground.world, declaredResources, resources: typed };
  const forms = new StackEvaluation(world, NOTHING_KNOWN, faults);
  const values = new StackEvaluation(world, NOTHING_KNOWN, valueFaults);
  const checks = { forms, values, types: { registry, types } };
  yield* mapInSlices([...typed.values()], (resource) => checkResource(resource, checks));
  const graph = { resources: typed, written: declaredResources, world };
  const dependencies = yield* findDependencies(graph, forms, faults);
  reportCycles(typed, dependencies, faults);
  if (preparation.canAdopt === false) refuseAdoption(typed, faults);
  reportTypes(typed, preparation);
  const prepared = yield* mapInSlices(
    [...typed],
    ([name, resource]) =>
      [name, prepareResource(resource, dependencies.get(name), version.deletionPolicies, forms)] as const,
  );
  return { resources: new Map(prepared), world };
}

const REGISTRY = Place.root('environment').at('resource_registry');
const NO_DEPENDENCIES: Dependencies = { all: [], references: [], implicit: [] };

function prepareResource(
  resource: TypedResource,
  dependencies: Dependencies = NO_DEPENDENCIES,
  policies: TemplateVersion['deletionPolicies'],
  scope: StackEvaluation,
): PreparedResource {
  const { externalId } = resource;
  const prepared = {
    name: resource.name,
    type: resource.type,
    schema: resource.schema,
    description: resource.description,
    updatePolicy: resource.updatePolicy,
    metadata: resource.metadata,
    properties: resource.properties,
    dependencies: dependencies.all,
    references: dependencies.references,
    implicitDependencies: dependencies.implicit,
    deletionPolicy: readDeletionPolicy(resource, policies, scope),
  };
  return externalId === undefined ? prepared : { ...prepared, externalId };
}

function refuseAdoption(resources: ReadonlyMap<string, TypedResource>, faults: Faults): void {
  for (const resource of resources.values()) {
    if (resource.externalId !== undefined) faults.add(placeOf(resource, 'externalId'), NO_ADOPTION);
  }
}

const NO_ADOPTION =
  'what exists already cannot be adopted yet: leave `external_id` out to have the resource made, ' +
  'or hand the id of what exists in as a parameter';
