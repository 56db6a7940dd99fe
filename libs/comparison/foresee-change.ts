import type { Json, JsonObject } from '#contracts';
import { decideChange } from '#orchestration';
import type { Decision } from '#orchestration';
import { changeRulesOf } from '#resources';
import { differingKeys, isUnknown, knownJson, lookAhead, propertyDifferences } from '#template';
import type { Outlook, PreparedResource, PreparedStack, PropertyDifference, ResolutionScope, Value } from '#template';
import type { CompareTools, ReadRow } from './compare-resources';
import { isKnown, madeState, refusalOf } from './decide-about';
import { isLookedAt } from './observed';

/** What an operation does to a resource. */
export type Change = 'unchanged' | 'create' | 'update' | 'replace' | 'delete';

/** What is going to become of a resource, as far as that can be told. */
export interface ForeseenChange {
  readonly change: Change;
  readonly differences: readonly PropertyDifference[];
  readonly reason: string;
}

/** A resource that is not there is made. */
export function foreseeCreate(
  stack: PreparedStack,
  { name }: PreparedResource,
  scope: ResolutionScope,
): ForeseenChange {
  const outlook = lookAhead(stack, name, scope);
  const reason = ['the stack does not have it', ...outlook.faults].join('; ');
  return { change: 'create', differences: propertyDifferences({}, outlook.properties), reason };
}

/**
 * Decides about a resource that is there, by the function that decides when it is its turn. What is not known
 * yet counts as changed: it may turn out to be as it was.
 */
export function foreseeChange(
  stack: PreparedStack,
  resource: PreparedResource,
  row: ReadRow,
  { scope, tools }: { scope: ResolutionScope; tools: CompareTools },
): ForeseenChange {
  const previous = opened(row.sealed_properties, tools);
  const outlook = lookAhead(stack, resource.name, scope);
  const differences = propertyDifferences(previous, outlook.properties);
  const metadata = metadataDiffers(opened(row.sealed_metadata, tools), outlook.metadata);
  const names = [...new Set(differences.flatMap(({ property }) => property ?? Object.keys(previous)))];
  const type = tools.types.get(resource.schema.type);
  const rules = changeRulesOf(type, { previous, properties: knownOr(previous, outlook.properties) });
  const decision = decideChange(
    madeState(row),
    { type: resource.schema.type, properties: isKnown(row) ? names : null, metadata: metadata !== 'same' },
    rules,
  );
  const frozen = names.filter((name) => !rules.updates || !rules.isUpdateAllowed(name));
  const reasons = [
    ...(isLookedAt(row, type, 'failed') ? [LOOKED_AT] : []),
    ...reasonsOf(decision, {
      ...{ resource, row, metadata, frozen, changing: knownToChange(differences) },
      renewed: rules.renewed ?? false,
    }),
    ...unknownOf(differences),
    ...outlook.faults,
  ];
  return { change: changeOf(decision), differences, reason: reasons.join('; ') };
}

const LOOKED_AT = 'it is looked at first, and kept if it is well';

function opened(sealed: Buffer | null, { secrets }: CompareTools): JsonObject {
  return sealed === null ? {} : (secrets.open(sealed) as JsonObject);
}

type MetadataChange = 'same' | 'changes' | 'may change';

function metadataDiffers(before: JsonObject, after: Outlook['metadata']): MetadataChange {
  const known = plainOf(after);
  if (known === undefined) return 'may change';
  return differingKeys(before, known).length > 0 ? 'changes' : 'same';
}

function plainOf(section: Outlook['metadata']): JsonObject | undefined {
  if (isUnknown(section)) return undefined;
  const entries = knownEntries(section);
  return entries.length === Object.keys(section).length ? Object.fromEntries(entries) : undefined;
}

/** The properties as they will be, with what they were where that is not known. */
function knownOr(previous: JsonObject, after: Outlook['properties']): JsonObject {
  if (isUnknown(after)) return previous;
  const before = Object.entries(previous).filter(([name]) => Object.hasOwn(after, name));
  return Object.fromEntries([...before, ...knownEntries(after)]);
}

function knownEntries(section: Readonly<Record<string, Value>>): [string, Json][] {
  return Object.entries(section).flatMap(([name, value]): [string, Json][] => {
    const known = knownJson(value);
    return known === undefined ? [] : [[name, known]];
  });
}

/** What its type refuses fails as an update. */
function changeOf({ change }: Decision): Change {
  return change === 'refused' ? 'update' : change;
}

interface Grounds {
  readonly resource: PreparedResource;
  readonly row: ReadRow;
  readonly metadata: MetadataChange;
  /** Differing properties that cannot be changed in place. */
  readonly frozen: readonly string[];
  readonly renewed: boolean;
  /** Those of which it is known that they change. */
  readonly changing: ReadonlySet<string>;
}

function reasonsOf(decision: Decision, grounds: Grounds): string[] {
  const { row } = grounds;
  switch (decision.change) {
    case 'unchanged':
      return ['it is as it is wanted'];
    case 'create':
      return [`it was not made (${row.resource_action} ${row.resource_status}): that is tried again`];
    case 'refused':
      return [`the update fails${certain(decision.properties, grounds)}: ${refusalOf(decision.properties)}`];
    case 'update':
      return updateReasons(decision.properties, grounds);
    case 'replace':
      return replaceReasons(decision.properties, grounds);
  }
}

/** What is not known yet may turn out to be as it was. */
function certain(properties: readonly string[], { changing }: Grounds): string {
  return properties.some((name) => changing.has(name)) ? '' : ' if that changes';
}

function updateReasons(properties: readonly string[], { row, metadata }: Grounds): string[] {
  return [
    ...(row.resource_status === 'FAILED' ? [`${row.resource_action} failed: it is changed again`] : []),
    ...(properties.length > 0 ? [`${listed(properties)} can be changed in place`] : []),
    ...(metadata === 'same' ? [] : [`its metadata ${metadata}`]),
  ];
}

function replaceReasons(properties: readonly string[], { resource, row, frozen, renewed }: Grounds): string[] {
  const type = resource.schema.type;
  if (row.made_type !== type) return [`its type changes from ${row.made_type} to ${type}`];
  if (row.resource_action === 'DELETE') return ['it was to be deleted'];
  if (row.marked_unhealthy) return ['it is marked as unhealthy'];
  if (!isKnown(row)) return ['what it was made with is not known'];
  if (frozen.length > 0) return [`${listed(frozen)} cannot be changed in place`];
  if (renewed) return ['every update replaces it'];
  return [`${listed(properties)} cannot be changed in place: ${row.resource_action} failed`];
}

function knownToChange(differences: readonly PropertyDifference[]): Set<string> {
  return new Set(differences.flatMap(({ property, known }) => (known && property !== undefined ? [property] : [])));
}

function unknownOf(differences: readonly PropertyDifference[]): string[] {
  const unknown = differences.filter(({ known }) => !known).map(({ path }) => path);
  return unknown.length === 0 ? [] : [`not known yet, and perhaps as it was: ${listed(unknown)}`];
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
