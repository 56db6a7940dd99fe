import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Json } from '#contracts';
import type {
  AttributeSchema,
  Constraint,
  PropertySchema,
  PropertyType,
  ResourceSchema,
  TypeCatalogue,
} from '#template';

/** A property as `resource-types.jsonl` has it. */
interface PropertyFacts {
  readonly type: PropertyType;
  readonly required?: boolean;
  readonly default?: Json;
  readonly constraints?: readonly Constraint[];
  /** Entries of a map; `*` for the items of a list. */
  readonly schema?: Readonly<Record<string, PropertyFacts>>;
}

interface TypeFacts {
  readonly type: string;
  readonly properties: Readonly<Record<string, PropertyFacts>>;
  readonly attributes: Readonly<Record<string, AttributeSchema>>;
  readonly is_stack: boolean;
  readonly handles: readonly string[];
}

const FILE = resolve('../shared/resource-types.jsonl');

/** Heat's resource types, as far as checking a template needs them; further types by name take anything. */
export function heatTypes(typesAsNone: readonly string[] = []): TypeCatalogue {
  const none = HEAT.get('OS::Heat::None');
  const added = typesAsNone.flatMap((type) => (none === undefined ? [] : [[type, { ...none, type }] as const]));
  const types = new Map([...HEAT, ...added]);
  return { find: (type) => types.get(type), names: () => [...types.keys()] };
}

const HEAT: ReadonlyMap<string, ResourceSchema> = readTypes();

function readTypes(): Map<string, ResourceSchema> {
  const lines = existsSync(FILE) ? readFileSync(FILE, 'utf8').split('\n') : [];
  const facts = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as TypeFacts);
  return new Map(facts.map((type) => [type.type, resourceSchema(type)]));
}

function resourceSchema(facts: TypeFacts): ResourceSchema {
  const takesAnything = facts.type === 'OS::Heat::None';
  return {
    type: facts.type,
    description: '',
    supportStatus: { status: 'SUPPORTED' },
    properties: propertySchemas(facts.properties),
    attributes: facts.attributes,
    anyProperties: takesAnything,
    // Stacks of their own have the attributes of what is in them.
    anyAttributes: takesAnything || facts.is_stack,
    snapshots: facts.handles.includes('snapshot'),
  };
}

function propertySchemas(facts: Readonly<Record<string, PropertyFacts>>): Record<string, PropertySchema> {
  return Object.fromEntries(Object.entries(facts).map(([name, property]) => [name, propertySchema(property)]));
}

function propertySchema({ type, required, constraints, schema, ...rest }: PropertyFacts): PropertySchema {
  const items = schema?.['*'];
  return {
    type,
    ...(required === undefined ? {} : { required }),
    ...(rest.default === undefined ? {} : { default: rest.default }),
    ...(constraints === undefined ? {} : { constraints: constraints.map((rule) => constraintOf(type, rule)) }),
    ...(items === undefined ? {} : { items: propertySchema(items) }),
    ...(schema === undefined || items !== undefined ? {} : { entries: propertySchemas(schema) }),
  };
}

/** The file writes the lengths of texts and lists under `range`, as it does numbers' bounds. */
function constraintOf(type: PropertyType, rule: Constraint): Constraint {
  const isNumber = type === 'Integer' || type === 'Number';
  return 'range' in rule && !isNumber ? { length: rule.range } : rule;
}
