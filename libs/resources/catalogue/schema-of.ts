import type { AttributeSchema, PropertySchema, ResourceSchema, SupportStatus } from '#template';
import { describeType } from './describe-type';
import { olderNames } from './older-names';
import type { OlderNames } from './older-names';
import { PROPERTY_CHECKS } from './property-checks';
import { sampleName } from './sample-name';
import type { AttributeFacts, PropertyFacts, StatusFacts, TypeFacts } from './type-facts';

/** The schema of a type that nothing makes, from what is known of it. */
export function schemaOf(facts: TypeFacts): ResourceSchema {
  const { type, is_stack: isStack, snapshots } = facts;
  const takesAnything = PLACEHOLDERS.has(type);
  const named = sampleName(type);
  const check = PROPERTY_CHECKS[type];
  return {
    type,
    description: describeType(type),
    supportStatus: statusOf(facts.support_status),
    properties: propertySchemas(facts.properties, olderNames(type)),
    attributes: mapValues(facts.attributes, attributeSchema),
    available: false,
    ...(takesAnything ? { anyProperties: true } : {}),
    ...(takesAnything || isStack === true || NAMED_BY_OTHERS.has(type) ? { anyAttributes: true } : {}),
    ...(snapshots === true ? { snapshots: true } : {}),
    ...(named === undefined ? {} : { sampleName: named }),
    ...(check === undefined ? {} : { check }),
  };
}

/** They do nothing, whatever they are given: Heat keeps what is gone from it as such, for the templates that name it. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  'OS::Aodh::CombinationAlarm',
  'OS::Designate::Domain',
  'OS::Designate::Record',
  'OS::Heat::HARestarter',
  'OS::Heat::None',
  'OS::Magnum::Bay',
]);

/** Their configurations say which outputs they have, and each is an attribute. */
const NAMED_BY_OTHERS: ReadonlySet<string> = new Set([
  'OS::Heat::SoftwareDeployment',
  'OS::Heat::StructuredDeployment',
]);

function propertySchemas(
  facts: Readonly<Record<string, PropertyFacts>>,
  older: OlderNames,
): Record<string, PropertySchema> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, property]) => [name, propertySchema(name, property, older)]),
  );
}

function propertySchema(name: string, facts: PropertyFacts, older: OlderNames): PropertySchema {
  const { required, update_allowed: updateAllowed, immutable, implemented, allow_conversion: allowConversion } = facts;
  const { support_status: status, constraints } = facts;
  const renamedFrom = older.of(name);
  return {
    type: facts.type,
    ...(required === undefined ? {} : { required }),
    ...(facts.default === undefined ? {} : { default: facts.default }),
    ...(updateAllowed === undefined ? {} : { updateAllowed }),
    ...(immutable === undefined ? {} : { immutable }),
    ...(implemented === undefined ? {} : { implemented }),
    ...(allowConversion === undefined ? {} : { allowConversion }),
    ...(status === undefined ? {} : { supportStatus: statusOf(status) }),
    ...(renamedFrom === undefined ? {} : { renamedFrom }),
    ...(constraints === undefined ? {} : { constraints }),
    ...childSchemas(facts.schema, older.within(name)),
  };
}

function childSchemas(schema: PropertyFacts['schema'], older: OlderNames): Pick<PropertySchema, 'items' | 'entries'> {
  if (schema === undefined) return {};
  const items = schema['*'];
  if (items === undefined) return { entries: propertySchemas(schema, older) };
  return { items: propertySchema('*', items, older) };
}

function attributeSchema({ type, support_status: status }: AttributeFacts): AttributeSchema {
  return { type, ...(status === undefined ? {} : { supportStatus: statusOf(status) }) };
}

function statusOf({ status, version, previous_status: previous }: StatusFacts): SupportStatus {
  return {
    status,
    ...(version === undefined ? {} : { version }),
    ...(previous === undefined ? {} : { previousStatus: statusOf(previous) }),
  };
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, map: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
