import type { Constraint } from '#template';
import type { AttributeFacts, PropertyFacts, StatusFacts, TypeFacts } from '../type-facts';

/** A line of the file that the facts come from. What Kiln has no use for is not named here. */
interface SourceType {
  readonly type: string;
  readonly support_status: StatusFacts;
  readonly is_stack: boolean;
  /** The steps that the type does itself. */
  readonly handles: readonly string[];
  readonly properties: Readonly<Record<string, PropertyFacts>>;
  readonly attributes: Readonly<Record<string, Partial<AttributeFacts>>>;
}

/** Reads the lines, each the JSON of a type; sorted by name, so that the same facts make the same files. */
export function readSource(text: string): TypeFacts[] {
  const lines = text.split('\n').filter((line) => line !== '');
  const types = lines.map((line) => typeFacts(JSON.parse(line) as SourceType));
  return types.sort((a, b) => (a.type < b.type ? -1 : 1));
}

function typeFacts(source: SourceType): TypeFacts {
  return {
    type: source.type,
    support_status: source.support_status,
    ...(source.is_stack ? { is_stack: true } : {}),
    ...(source.handles.includes('snapshot') ? { snapshots: true } : {}),
    properties: mapValues(source.properties, propertyFacts),
    attributes: mapValues(source.attributes, attributeFacts),
  };
}

/** The source writes the lengths of texts and lists under `range`, as it does numbers' bounds. */
function propertyFacts(source: PropertyFacts): PropertyFacts {
  const isNumber = source.type === 'Integer' || source.type === 'Number';
  const constraintOf = (rule: Constraint): Constraint => ('range' in rule && !isNumber ? { length: rule.range } : rule);
  return {
    ...source,
    ...(source.constraints === undefined ? {} : { constraints: source.constraints.map(constraintOf) }),
    ...(source.schema === undefined ? {} : { schema: mapValues(source.schema, propertyFacts) }),
  };
}

/** Some say nothing of their type. */
function attributeFacts({ type = 'Any', support_status }: Partial<AttributeFacts>): AttributeFacts {
  return { type, ...(support_status === undefined ? {} : { support_status }) };
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, map: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
