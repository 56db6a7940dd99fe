import { own } from '../json';
import type { PropertyType, ResourceSchema } from '../schema/resource-schema';

/**
 * What a template lacks to stand for a resource type: whoever writes for the type must be able to use the
 * template in its place. `replaced` is the schema of the type, `template` that of the template.
 */
export function faultsAsFacade(template: ResourceSchema, replaced: ResourceSchema): string[] {
  return [
    ...missingProperties(template, replaced),
    ...foreignProperties(template, replaced),
    ...missingAttributes(template, replaced),
  ];
}

function missingProperties(template: ResourceSchema, replaced: ResourceSchema): string[] {
  return Object.entries(replaced.properties).flatMap(([name, { required, type }]) => {
    const parameter = own(template.properties, name);
    if (parameter === undefined) {
      return required === true ? [`needs a parameter \`${name}\`, which the type requires`] : [];
    }
    const wanted = asParameter(type);
    if (parameter.type === wanted) return [];
    return [`has a parameter \`${name}\` of the kind ${parameter.type}, the type's is ${wanted}`];
  });
}

/** Parameters have one kind of number. */
function asParameter(type: PropertyType): PropertyType {
  return type === 'Integer' ? 'Number' : type;
}

function foreignProperties(template: ResourceSchema, replaced: ResourceSchema): string[] {
  return Object.entries(template.properties)
    .filter(([name, { required }]) => required === true && !Object.hasOwn(replaced.properties, name))
    .map(([name]) => `requires a parameter \`${name}\`, which the type does not have as a property`);
}

function missingAttributes(template: ResourceSchema, replaced: ResourceSchema): string[] {
  const missing = Object.keys(replaced.attributes).filter((name) => !Object.hasOwn(template.attributes, name));
  if (missing.length === 0) return [];
  const names = missing.map((name) => `\`${name}\``).join(', ');
  return [`needs outputs for the type's attributes ${names}`];
}
