import type { Faults } from '../diagnostics/faults';
import { didYouMean } from '../diagnostics/suggestion';
import type { Registry } from '../environment/registry';
import type { ResourceSchema, TypeCatalogue } from '../schema/resource-schema';
import { mapInSlices } from '../slices';
import type { Sliced } from '../slices';
import { placeOf } from './read-resources';
import type { WrittenResource } from './read-resources';

/** A resource with the schema of the type that it is to be made as. */
export interface TypedResource extends WrittenResource {
  readonly schema: ResourceSchema;
}

/** Stands for a type that was not found, so that the rest of the resource can still be checked. */
function anyType(type: string): ResourceSchema {
  const supportStatus = { status: 'UNSUPPORTED' } as const;
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

/** Finds the schemas of resources by the registry and the catalogue; what cannot be found is reported. */
export function* mapTypes(
  resources: readonly WrittenResource[],
  { registry, types, faults }: { registry: Registry; types: TypeCatalogue; faults: Faults },
): Sliced<Map<string, TypedResource>> {
  return new Map(
    yield* mapInSlices(resources, (resource) => {
      const schema = findSchema(resource, registry, types);
      if (typeof schema === 'function') faults.add(placeOf(resource, 'type'), schema);
      const known = typeof schema === 'function' ? anyType(resource.type) : schema;
      return [resource.name, { ...resource, schema: known }] as const;
    }),
  );
}

/** The schema, or what says why there is none. */
function findSchema(
  resource: WrittenResource,
  registry: Registry,
  types: TypeCatalogue,
): ResourceSchema | (() => string) {
  const mapping = registry.resolve(resource.type, resource.name);
  switch (mapping.kind) {
    case 'type':
      return types.find(mapping.name) ?? (() => unknownType(resource.type, mapping.name, types));
    case 'template':
      return () => `\`${mapping.name}\` is a template; nested templates are not supported yet`;
    case 'endless':
      return () => `the registry maps the type without end: ${mapping.names.slice(0, 4).join(' → ')} → …`;
  }
}

function unknownType(written: string, mapped: string, types: TypeCatalogue): string {
  const from = written === mapped ? '' : ` (\`${written}\` is mapped to it by the registry)`;
  return `there is no resource type \`${mapped}\`${from}${didYouMean(mapped, types.names())}`;
}
