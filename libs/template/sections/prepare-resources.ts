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
import { checkResource, reportSharedNames } from './check-resources';
import { readDeletionPolicy } from './deletion-policy';
import { isEnabled } from './is-enabled';
import { mapTypes } from './map-types';
import type { TypedResource } from './map-types';
import type { Preparation } from './preparation';
import type { Ground } from './prepare-world';
import { TEMPLATE } from './read-request';
import { readResources } from './read-resources';
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
  const entries = readMapSection(template, 'resources', TEMPLATE, faults);
  const written = yield* readResources(entries, TEMPLATE.at('resources'), { ...ground.context, version });
  reportSharedNames(written, ground.parameterNames, faults);
  const enabled = written.filter((resource) => isEnabled(resource, ground.context));
  const registry = Registry.read(environment.resourceRegistry, REGISTRY, faults);
  const typed = yield* mapTypes(enabled, { registry, types, faults });
  const world = { ...ground.world, resources: typed };
  const forms = new StackEvaluation(world, NOTHING_KNOWN, faults);
  const values = new StackEvaluation(world, NOTHING_KNOWN, valueFaults);
  const checks = { forms, values, types: { registry, types } };
  yield* mapInSlices([...typed.values()], (resource) => checkResource(resource, checks));
  const graph = { resources: typed, written: new Set(entries.map(([name]) => name)), world };
  const dependencies = yield* findDependencies(graph, forms, faults);
  reportCycles(typed, dependencies, faults);
  if (preparation.canAdopt === false) refuseAdoption(typed, faults);
  reportTypes(typed, preparation);
  const prepared = yield* mapInSlices(
    [...typed],
    ([name, resource]) => [name, prepareResource(resource, dependencies.get(name), forms)] as const,
  );
  return { resources: new Map(prepared), world };
}

const REGISTRY = Place.root('environment').at('resource_registry');
const NO_DEPENDENCIES: Dependencies = { all: [], references: [], implicit: [] };

function prepareResource(
  resource: TypedResource,
  dependencies: Dependencies = NO_DEPENDENCIES,
  scope: StackEvaluation,
): PreparedResource {
  const { name, type, schema, description, updatePolicy, metadata, properties, externalId } = resource;
  return {
    ...{ name, type, schema, description, updatePolicy, metadata, properties },
    dependencies: dependencies.all,
    references: dependencies.references,
    implicitDependencies: dependencies.implicit,
    deletionPolicy: readDeletionPolicy(resource, scope),
    ...(externalId === undefined ? {} : { externalId }),
  };
}

function refuseAdoption(resources: ReadonlyMap<string, TypedResource>, faults: Faults): void {
  for (const { place, externalId } of resources.values()) {
    if (externalId !== undefined) faults.add(place.at('external_id'), NO_ADOPTION);
  }
}

const NO_ADOPTION =
  'what exists already cannot be adopted yet: leave `external_id` out to have the resource made, ' +
  'or hand the id of what exists in as a parameter';
