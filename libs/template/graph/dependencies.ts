import type { Faults } from '../diagnostics/faults';
import { didYouMean } from '../diagnostics/suggestion';
import type { Evaluation } from '../expressions/expression';
import { collectReferences } from '../expressions/walk';
import type { TypedResource } from '../sections/map-types';
import { placeOf } from '../sections/read-resources';
import { mapInSlices } from '../slices';
import type { Sliced } from '../slices';
import type { StackWorld } from '../stack';
import { findCycle } from './find-cycle';
import { implicitDependencies } from './implicit/implicit-dependencies';

/** What a resource needs to be there before it. */
export interface Dependencies {
  /** `depends_on`, references, and what its type needs by itself; sorted, each once. */
  readonly all: readonly string[];
  /** Those that functions refer to. */
  readonly references: readonly string[];
  /** Those that only the type needs: the template does not name them. */
  readonly implicit: readonly string[];
}

/** The resources of one template. */
interface ResourceGraph {
  /** Those that are to be made. */
  readonly resources: ReadonlyMap<string, TypedResource>;
  /** The names of all, also of those whose condition is false. */
  readonly written: ReadonlySet<string>;
  readonly world: StackWorld;
}

/**
 * The dependencies of every resource: `depends_on`, every reference in properties and metadata, and what
 * its type needs besides; what an update policy names is needed at an update only. Names in `depends_on`
 * whose condition is false are passed over, as Heat does; what exists outside depends on nothing.
 */
export function* findDependencies(
  { resources, written, world }: ResourceGraph,
  scope: Evaluation,
  faults: Faults,
): Sliced<Map<string, Dependencies>> {
  const implicitOf = boundedImplicit({ resources, world }, faults);
  return new Map(
    yield* mapInSlices([...resources], ([name, resource]) => {
      const explicit = explicitDependencies(resource, { resources, written, faults });
      const references = new Set<string>();
      collectReferences(resource.properties, scope, references);
      collectReferences(resource.metadata, scope, references);
      if (resource.externalId !== undefined) return [name, NONE] as const;
      const named = [...new Set([...explicit, ...references])];
      return [name, dependenciesOf(named, references, implicitOf(resource, named))] as const;
    }),
  );
}

/** As many edges that nobody wrote take some hundred megabytes. */
const MOST_IMPLICIT = 1_000_000;

/** What types need by themselves may be the product of one kind of resource and another. */
function boundedImplicit(
  { resources, world }: Pick<ResourceGraph, 'resources' | 'world'>,
  faults: Faults,
): ReturnType<typeof implicitDependencies> {
  const implicitOf = implicitDependencies(resources, world);
  let left = MOST_IMPLICIT;
  return (resource, named) => {
    if (left < 0) return [];
    const implicit = implicitOf(resource, named);
    left -= implicit.length;
    if (left >= 0) return implicit;
    const detail = `the types of resources need each other in more than ${MOST_IMPLICIT} ways: divide the template`;
    faults.add(placeOf(resource, 'type'), detail);
    return [];
  };
}

const NONE: Dependencies = { all: [], references: [], implicit: [] };

function dependenciesOf(
  named: readonly string[],
  references: ReadonlySet<string>,
  implicit: readonly string[],
): Dependencies {
  if (named.length + implicit.length === 0) return NONE;
  return { all: [...named, ...implicit].sort(), references: [...references].sort(), implicit };
}

function explicitDependencies(
  resource: TypedResource,
  {
    resources,
    written,
    faults,
  }: { resources: ReadonlyMap<string, unknown>; written: ReadonlySet<string>; faults: Faults },
): string[] {
  const place = placeOf(resource, 'dependsOn');
  if (resource.externalId !== undefined && resource.dependsOn.length > 0) {
    faults.add(place, 'a resource with an `external_id` exists already and cannot depend on others');
  }
  for (const [index, name] of resource.dependsOn.entries()) {
    if (!written.has(name))
      faults.add(place.at(index), () => `there is no resource \`${name}\`${didYouMean(name, written)}`);
  }
  return resource.dependsOn.filter((name) => resources.has(name));
}

/** More circles than anybody wants to read of at once. */
const MOST_CYCLES = 5;

/** Reports circles among the dependencies, each as its path: `a → b → a`. */
export function reportCycles(
  resources: ReadonlyMap<string, TypedResource>,
  dependencies: ReadonlyMap<string, Dependencies>,
  faults: Faults,
): void {
  const left = new Map([...dependencies].map(([name, { all }]) => [name, all] as const));
  for (let count = 0; count < MOST_CYCLES; count += 1) {
    const cycle = findCycle(left);
    const place = resources.get(cycle?.[0] ?? '')?.place;
    if (cycle === undefined || place === undefined) return;
    const reasons = cycle.flatMap((name, index) => implicitReason(name, cycle[index + 1], resources, dependencies));
    faults.add(place, `resources depend on each other in a circle: ${[cycle.join(' → '), ...reasons].join('; ')}`);
    for (const name of cycle) left.delete(name);
  }
}

/** Why there is a step on the circle that the template does not write. */
function implicitReason(
  name: string,
  needed: string | undefined,
  resources: ReadonlyMap<string, TypedResource>,
  dependencies: ReadonlyMap<string, Dependencies>,
): string[] {
  if (needed === undefined || dependencies.get(name)?.implicit.includes(needed) !== true) return [];
  return [`that \`${name}\` needs \`${needed}\` is a rule of \`${resources.get(name)?.schema.type ?? ''}\``];
}
