import type { TypedResource } from '../../sections/map-types';
import type { StackWorld } from '../../stack';
import { PlannedValues } from './planned-values';
import { RULES } from './rules';
import { StackParts } from './stack-parts';

/**
 * Dependencies that no template writes, because the type of a resource has them by itself: a port needs
 * the subnets of its network. Answers, for one resource after another, those beyond `needed`, which
 * are the ones that the template names; sorted, each once.
 */
export function implicitDependencies(
  resources: ReadonlyMap<string, TypedResource>,
  world: StackWorld,
): (resource: TypedResource, needed: readonly string[]) => readonly string[] {
  // Most stacks have no such type, and then nothing is looked at.
  let parts: StackParts | undefined;
  return (resource, needed) => {
    const rule = RULES.get(resource.schema.type);
    if (rule === undefined) return NONE;
    parts ??= new StackParts(resources, new PlannedValues(world));
    const found = new Set(rule(resource, parts, needed));
    for (const known of [resource.name, ...needed]) found.delete(known);
    return [...found].sort();
  };
}

const NONE: readonly string[] = [];
