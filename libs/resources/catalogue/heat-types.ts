import type { ResourceSchema, TypeCatalogue } from '#template';
import { factTexts } from './data';
import { schemaOf } from './schema-of';
import type { TypeFacts } from './type-facts';

const NAMES = Object.keys(factTexts).sort();
const found = new Map<string, ResourceSchema>();

/**
 * All of Heat's resource types, as schemas that nothing makes: templates that use them are checked and
 * graphed. A type is read when somebody first asks for it, as a template uses few of them.
 */
export const heatTypes: TypeCatalogue = {
  find: (type) => found.get(type) ?? readType(type),
  names: () => NAMES,
};

function readType(type: string): ResourceSchema | undefined {
  const text = Object.hasOwn(factTexts, type) ? factTexts[type] : undefined;
  if (text === undefined) return undefined;
  const schema = schemaOf(JSON.parse(text) as TypeFacts);
  found.set(type, schema);
  return schema;
}
