import type { Json, ResourceId } from '#contracts';
import type { SecretBox } from '#entities';
import { currentIncarnations, inOrder } from '#orchestration';
import type { Incarnation, Verdict } from '#orchestration';
import type { ResourceType, TypeRegistry } from '#resources';
import { resolveMetadata, resolveProperties } from '#template';
import type { PreparedResource, PreparedStack, ResolutionScope, Sliced } from '#template';
import { decideAbout } from './decide-about';
import type { MadeRow, WantedInputs } from './decide-about';
import { isLookedAt } from './observed';
import type { Looks } from './observed';
import { ResourceScope } from './resource-scope';
import type { ResourceFacts } from './resource-scope';

/** What is known of what becomes of a resource; `restored`: an older incarnation that is just what is wanted. */
export interface Compared {
  readonly verdict: Verdict;
  /** The row that the verdict is about. */
  readonly about: ResourceId | null;
  readonly restored?: ResourceId;
}

/** A resource's row, as it is compared with what is wanted. */
export interface ReadRow extends Incarnation, MadeRow, Omit<ResourceFacts, 'name'> {
  readonly id: ResourceId;
  readonly name: string;
}

export interface CompareTools {
  readonly types: TypeRegistry;
  readonly secrets: SecretBox;
}

/**
 * Says of each resource of a template what is known of what becomes of it. What depends on something that
 * changes is mostly not known before that is done, nor what is looked at first.
 */
export function* compareResources(
  stack: PreparedStack,
  rows: readonly ReadRow[],
  tools: CompareTools,
  looks: Looks = 'failed',
): Sliced<Map<string, Compared>> {
  // Of what was never begun nothing is there: it goes, and what it was to replace counts.
  const begun = rows.filter((row) => row.begun);
  const current = currentIncarnations(begun);
  const older = olderIncarnations(begun, current);
  const compared = new Map<string, Compared>();
  const known = new UnchangedScope(stack, tools);
  const comparison = { stack, known, tools, looks };
  const resources = [...stack.resources.values()];
  for (const position of inOrder(resources.map(({ name, dependencies }) => ({ name, requires: dependencies })))) {
    const resource = resources[position];
    if (resource === undefined) continue;
    const { name } = resource;
    const result = compareResource(resource, current.get(name), older.get(name) ?? [], comparison);
    compared.set(name, result.compared);
    if (result.same !== undefined) known.add(result.same);
    yield;
  }
  return compared;
}

/** `same`: the row that is just what is wanted. */
function compareResource(
  resource: PreparedResource,
  row: ReadRow | undefined,
  older: readonly ReadRow[],
  comparison: Comparison,
): { compared: Compared; same?: ReadRow } {
  if (row === undefined) return { compared: { verdict: 'create', about: null } };
  const verdict = verdictOf(resource, row, comparison);
  const about = row.id;
  if (verdict === 'unchanged') return { compared: { verdict, about }, same: row };
  const restored = older.find((incarnation) => verdictOf(resource, incarnation, comparison) === 'unchanged');
  if (restored === undefined) return { compared: { verdict, about } };
  return { compared: { verdict: 'unchanged', about, restored: restored.id }, same: restored };
}

/** Those that were replaced and are not removed yet, the newest first as far as that is known. */
function olderIncarnations(rows: readonly ReadRow[], current: ReadonlyMap<string, ReadRow>): Map<string, ReadRow[]> {
  const older = new Map<string, ReadRow[]>();
  for (const row of rows) {
    if (current.get(row.name) === row || row.resource_status !== 'COMPLETE') continue;
    older.set(row.name, [row, ...(older.get(row.name) ?? [])]);
  }
  return older;
}

/** Answers of resources that stay as they are; what changes in place may answer otherwise afterwards. */
export class UnchangedScope implements ResolutionScope {
  private readonly scopes = new Map<string, ResourceScope>();

  constructor(
    private readonly stack: PreparedStack,
    private readonly tools: CompareTools,
  ) {}

  add(row: ReadRow): void {
    this.scopes.set(row.name, new ResourceScope(this.stack, [row], this.tools));
  }

  reference(name: string): string | undefined {
    return this.scopes.get(name)?.reference(name);
  }

  attribute(name: string, attribute: string): Json | undefined {
    return this.scopes.get(name)?.attribute(name, attribute);
  }
}

interface Comparison {
  readonly stack: PreparedStack;
  readonly known: ResolutionScope;
  readonly tools: CompareTools;
  readonly looks: Looks;
}

function verdictOf(resource: PreparedResource, row: ReadRow, { stack, known, tools, looks }: Comparison): Verdict {
  const inputs = inputsOf(resource, stack, known);
  if (inputs === undefined) return resource.schema.type === row.made_type ? 'undecided' : 'replace';
  const type = typeOf(resource, tools);
  if (isLookedAt(row, type, looks)) return 'undecided';
  const decision = decideAbout(row, inputs, { type, secrets: tools.secrets });
  // What is refused is told when its turn comes, with all else that is wrong by then.
  return decision.change === 'refused' ? 'undecided' : decision.change;
}

function typeOf({ schema }: PreparedResource, { types }: CompareTools): ResourceType {
  return types.get(schema.type);
}

/** `undefined` where something that they need is not known yet, or wrong: that shows when the resource's turn comes. */
function inputsOf(resource: PreparedResource, stack: PreparedStack, known: ResolutionScope): WantedInputs | undefined {
  const properties = resolveProperties(stack, resource.name, known);
  const metadata = resolveMetadata(stack, resource.name, known);
  if (!properties.ok || !metadata.ok) return undefined;
  return { madeType: resource.schema.type, properties: properties.value, metadata: metadata.value };
}
