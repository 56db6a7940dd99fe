import type { TypedResource } from '../../sections/map-types';
import type { PlannedValues } from './planned-values';

/** Names of resources by what a property of theirs says; those that say nothing are under `undefined`. */
export type NamesByValue = ReadonlyMap<string | undefined, readonly string[]>;

/**
 * The resources of a stack by kind, and by what they belong to. Each look is worked out once, so that
 * all rules together take time linear in resources and edges.
 */
export class StackParts {
  private readonly byKind: ReadonlyMap<string, readonly TypedResource[]>;
  private readonly looks = new Map<string, NamesByValue>();

  constructor(
    private readonly resources: ReadonlyMap<string, TypedResource>,
    readonly values: PlannedValues,
  ) {
    this.byKind = groupByKind(resources);
  }

  /** The resource of that name, if it is of the kind. */
  ofKind(kind: string, name: string): TypedResource | undefined {
    const resource = this.resources.get(name);
    return resource !== undefined && kindsOf(resource).includes(kind) ? resource : undefined;
  }

  /** Resources of a kind by the text of a property. */
  by(kind: string, property: string): NamesByValue {
    return this.look(kind, property, (resource) => this.values.text(resource, property));
  }

  /** Resources of a kind by what `valueOf` says of them; `key` tells one look from another. */
  look(kind: string, key: string, valueOf: (resource: TypedResource) => string | undefined): NamesByValue {
    const known = this.looks.get(`${kind} ${key}`);
    if (known !== undefined) return known;
    const names = new Map<string | undefined, string[]>();
    for (const resource of this.byKind.get(kind) ?? []) {
      const value = valueOf(resource);
      const list = names.get(value);
      if (list === undefined) names.set(value, [resource.name]);
      else list.push(resource.name);
    }
    this.looks.set(`${kind} ${key}`, names);
    return names;
  }
}

function groupByKind(resources: ReadonlyMap<string, TypedResource>): Map<string, TypedResource[]> {
  const groups = new Map<string, TypedResource[]>();
  for (const resource of resources.values()) {
    for (const kind of kindsOf(resource)) {
      const group = groups.get(kind);
      if (group === undefined) groups.set(kind, [resource]);
      else group.push(resource);
    }
  }
  return groups;
}

/** A resource counts both as what the template calls it and as what it is mapped to. */
function kindsOf({ type, schema }: TypedResource): readonly string[] {
  return type === schema.type ? [type] : [type, schema.type];
}
