import type { Faults } from '../diagnostics/faults';
import { didYouMean } from '../diagnostics/suggestion';
import type { Evaluation } from '../expressions/expression';
import { collectReferences } from '../expressions/walk';
import type { TypedResource } from '../sections/map-types';
import { placeOf } from '../sections/read-resources';
import { mapInSlices } from '../slices';
import type { Sliced } from '../slices';
import { findCycle } from './find-cycle';

/** What a resource needs to be there before it. */
export interface Dependencies {
  /** `depends_on` and references; sorted, each once. */
  readonly all: readonly string[];
  /** Those that functions refer to. */
  readonly references: readonly string[];
}

/**
 * The dependencies of every resource: `depends_on` and every reference in properties and metadata; what
 * an update policy names is needed at an update only. Names in `depends_on` whose condition is false
 * are passed over, as Heat does; what exists outside depends on nothing.
 */
export function* findDependencies(
  resources: ReadonlyMap<string, TypedResource>,
  written: ReadonlySet<string>,
  scope: Evaluation,
  faults: Faults,
): Sliced<Map<string, Dependencies>> {
  return new Map(
    yield* mapInSlices([...resources], ([name, resource]) => {
      const explicit = explicitDependencies(resource, { resources, written, faults });
      const references = new Set<string>();
      collectReferences(resource.properties, scope, references);
      collectReferences(resource.metadata, scope, references);
      return [name, resource.externalId === undefined ? dependenciesOf(explicit, references) : NONE] as const;
    }),
  );
}

const NONE: Dependencies = { all: [], references: [] };

function dependenciesOf(explicit: readonly string[], references: ReadonlySet<string>): Dependencies {
  if (explicit.length + references.size === 0) return NONE;
  return { all: [...new Set([...explicit, ...references])].sort(), references: [...references].sort() };
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
    faults.add(place, `resources depend on each other in a circle: ${cycle.join(' → ')}`);
    for (const name of cycle) left.delete(name);
  }
}
