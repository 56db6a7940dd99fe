import { NOTHING_KNOWN, StackEvaluation } from '../evaluation/stack-evaluation';
import { findDependencies, reportCycles } from '../graph/dependencies';
import type { Dependencies } from '../graph/dependencies';
import { Faults } from '../diagnostics/faults';
import { prepareNested } from '../nested/prepare-nested';
import { mapInSlices } from '../slices';
import type { Sliced } from '../slices';
import type { PreparedResource, StackWorld } from '../stack';
import type { TemplateVersion } from '../versions/template-version';
import { checkResource } from './check-resources';
import { checkTogether } from './check-together';
import { readDeletionPolicy } from './deletion-policy';
import { mapTypes } from './map-types';
import type { TypedResource } from './map-types';
import type { Preparation, TemplateRequest } from './preparation';
import type { WrittenResource } from './read-resources';
import { reportTypes } from './report-types';

export interface PreparedResources {
  readonly resources: ReadonlyMap<string, PreparedResource>;
  /** With the resources in it. */
  readonly world: StackWorld;
}

interface WrittenResources {
  /** Those that are to be made. */
  readonly enabled: readonly WrittenResource[];
  /** The names of all that there are. */
  readonly names: ReadonlySet<string>;
  /** Without resources. */
  readonly world: StackWorld;
}

/** Checks resources against their types, finds what they depend on, and prepares the stacks nested in them. */
export function* prepareWritten(
  { enabled, names, world: bare }: WrittenResources,
  request: TemplateRequest,
  preparation: Preparation,
): Sliced<PreparedResources> {
  const { faults, valueFaults, types, nesting, version } = preparation;
  const { registry } = request;
  const typed = yield* mapTypes(enabled, { registry, types, sources: nesting.sources, faults });
  const world = { ...bare, declaredResources: names, resources: typed };
  const forms = new StackEvaluation(world, NOTHING_KNOWN, faults);
  const values = new StackEvaluation(world, NOTHING_KNOWN, valueFaults);
  yield* mapInSlices([...typed.values()], (resource) => checkResource(resource, { forms, values }));
  const dependencies = yield* findDependencies({ resources: typed, written: names, world }, forms, faults);
  reportCycles(typed, dependencies, faults);
  const silent = new StackEvaluation(world, NOTHING_KNOWN, new Faults());
  yield* mapInSlices([...typed], ([name, resource]) =>
    checkTogether(resource, { silent, values, dependencies: dependencies.get(name)?.all ?? [] }),
  );
  reportTypes(typed, preparation);
  const finish = ([name, resource]: [string, TypedResource]): readonly [string, PreparedResource] => [
    name,
    prepareResource(resource, dependencies.get(name) ?? NO_DEPENDENCIES, { request, version }, forms),
  ];
  const resources = new Map(yield* mapInSlices([...typed], finish));
  const nested = yield* prepareNested({ typed, prepared: resources, world }, request, preparation);
  for (const [name, stack] of nested) {
    const prepared = resources.get(name);
    if (prepared !== undefined) resources.set(name, { ...prepared, nested: stack });
  }
  return { resources, world };
}

const NO_DEPENDENCIES: Dependencies = { all: [], references: [], implicit: [] };

function prepareResource(
  resource: TypedResource,
  dependencies: Dependencies,
  { request: { registry }, version }: { request: TemplateRequest; version: TemplateVersion },
  scope: StackEvaluation,
): PreparedResource {
  const { name, externalId } = resource;
  const prepared = {
    name,
    type: resource.type,
    schema: resource.schema,
    description: resource.description,
    updatePolicy: resource.updatePolicy,
    metadata: resource.metadata,
    properties: resource.properties,
    dependencies: dependencies.all,
    references: dependencies.references,
    implicitDependencies: dependencies.implicit,
    deletionPolicy: readDeletionPolicy(resource, version.deletionPolicies, scope),
    hooks: registry.hooksOf(name),
    restrictedActions: registry.restrictedActionsOf(name),
  };
  return externalId === undefined ? prepared : { ...prepared, externalId };
}
