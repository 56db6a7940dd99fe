import type { Faults } from '../diagnostics/faults';
import { didYouMean } from '../diagnostics/suggestion';
import type { TypeMapping } from '../environment/find-mapping';
import type { Registry } from '../environment/registry';
import type { RegistryEntry } from '../environment/registry-tree';
import type { NestedSource, NestedSources } from '../nested/nested-sources';
import type { ResourceSchema, TypeCatalogue } from '../schema/resource-schema';
import { mapInSlices } from '../slices';
import type { Sliced } from '../slices';
import type { WrittenResource } from './read-resources';

/** A resource with the schema of the type that it is to be made as. */
export interface TypedResource extends WrittenResource {
  readonly schema: ResourceSchema;
  /** The template that stands for it, with the entry of the registry that says so. */
  readonly template?: { readonly source: NestedSource; readonly entry: RegistryEntry };
}

/** Stands for a type that was not found, so that the rest of the resource can still be checked. */
function anyType(type: string): ResourceSchema {
  const supportStatus = { status: 'SUPPORTED' } as const;
  return {
    type,
    description: '',
    supportStatus,
    properties: {},
    attributes: {},
    anyProperties: true,
    anyAttributes: true,
  };
}

interface TypeMappings {
  readonly registry: Registry;
  readonly types: TypeCatalogue;
  readonly sources: NestedSources;
  readonly faults: Faults;
}

/** Finds the schemas of resources by the registry and the catalogue; what cannot be found is reported. */
export function* mapTypes(
  resources: readonly WrittenResource[],
  mappings: TypeMappings,
): Sliced<Map<string, TypedResource>> {
  return new Map(yield* mapInSlices(resources, (resource) => [resource.name, typed(resource, mappings)] as const));
}

function typed(resource: WrittenResource, { registry, types, sources, faults }: TypeMappings): TypedResource {
  const place = resource.place.at('type');
  const mapping = registry.resolve(resource.type, resource.name, (type) => types.find(type) !== undefined);
  if (mapping.kind === 'template') {
    const source = sources.find(mapping.name, place, faults);
    if (source === null) return { ...resource, schema: anyType(resource.type) };
    return { ...resource, schema: source.schema, template: { source, entry: mapping.entry } };
  }
  const schema = mapping.kind === 'type' ? types.find(mapping.name) : undefined;
  if (schema === undefined) faults.add(place, () => noType(resource.type, mapping, types));
  return { ...resource, schema: schema ?? anyType(resource.type) };
}

function noType(written: string, mapping: Exclude<TypeMapping, { kind: 'template' }>, types: TypeCatalogue): string {
  switch (mapping.kind) {
    case 'endless':
      return `the registry maps the type without end: ${mapping.names.slice(0, 4).join(' → ')} → …`;
    case 'type':
      return unknownType(written, mapping.name, types);
    case 'unknown':
      return unknownType(written, mapping.last, types);
  }
}

function unknownType(written: string, mapped: string, types: TypeCatalogue): string {
  const from = written === mapped ? '' : ` (\`${written}\` is mapped to it by the registry)`;
  return `there is no resource type \`${mapped}\`${from}${didYouMean(mapped, types.names())}`;
}
