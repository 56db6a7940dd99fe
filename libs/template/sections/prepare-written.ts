import { NOTHING_KNOWN, StackEvaluation } from '../evaluation/stack-evaluation';
import { findDependencies, reportCycles } from '../graph/dependencies';
import type { Dependencies } from '../graph/dependencies';
import { prepareNested } from '../nested/prepare-nested';
import { mapInSlices } from '../slices';
import type { Sliced } from '../slices';
import type { PreparedResource, StackWorld } from '../stack';
import { checkResource } from './check-resources';
import { readDeletionPolicy } from './deletion-policy';
import { mapTypes } from './map-types';
import type { TypedResource } from './map-types';
import type { Preparation, TemplateRequest } from './preparation';
import type { WrittenResource } from './read-resources';

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
  const { faults, valueFaults, types, nesting } = preparation;
  const { registry } = request;
  const typed = yield* mapTypes(enabled, { registry, types, sources: nesting.sources, faults });
  const world = { ...bare, resources: typed };
  const forms = new StackEvaluation(world, NOTHING_KNOWN, faults);
  const values = new StackEvaluation(world, NOTHING_KNOWN, valueFaults);
  yield* mapInSlices([...typed.values()], (resource) => checkResource(resource, { forms, values }));
  const dependencies = yield* findDependencies(typed, names, forms, faults);
  reportCycles(typed, dependencies, faults);
  warnOfStatus(typed, preparation);
  const finish = ([name, resource]: [string, TypedResource]): readonly [string, PreparedResource] => [
    name,
    prepareResource(resource, dependencies.get(name) ?? NO_DEPENDENCIES, request, forms),
  ];
  const resources = new Map(yield* mapInSlices([...typed], finish));
  const nested = yield* prepareNested({ typed, prepared: resources, world }, request, preparation);
  for (const [name, stack] of nested) {
    const prepared = resources.get(name);
    if (prepared !== undefined) resources.set(name, { ...prepared, nested: stack });
  }
  return { resources, world };
}

const NO_DEPENDENCIES: Dependencies = { all: [], references: [] };

function prepareResource(
  resource: TypedResource,
  dependencies: Dependencies,
  { registry }: TemplateRequest,
  scope: StackEvaluation,
): PreparedResource {
  const { name, type, schema, description, updatePolicy, metadata, properties, externalId } = resource;
  return {
    ...{ name, type, schema, description, updatePolicy, metadata, properties },
    dependencies: dependencies.all,
    references: dependencies.references,
    deletionPolicy: readDeletionPolicy(resource, scope),
    hooks: registry.hooksOf(name),
    restrictedActions: registry.restrictedActionsOf(name),
    ...(externalId === undefined ? {} : { externalId }),
  };
}

/** Types that are to go away still work, but their users should know. */
function warnOfStatus(resources: ReadonlyMap<string, TypedResource>, { warnings }: Preparation): void {
  for (const { place, schema } of resources.values()) {
    const { status, message } = schema.supportStatus;
    if (status !== 'DEPRECATED') continue;
    const reason = message === undefined ? '' : `: ${message}`;
    warnings.add(place.at('type'), `the resource type \`${schema.type}\` is deprecated${reason}`);
  }
}
