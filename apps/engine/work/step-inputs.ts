import type { DataSource } from 'typeorm';
import type { JsonObject } from '#contracts';
import type { SecretBox } from '#entities';
import type { TypeRegistry } from '#resources';
import { Disclosure, resolveMetadata, resolveProperties } from '#template';
import { withSession } from '../database/session';
import { DefinitionRefused } from '../definitions/prepared-stacks';
import type { Prepared, PreparedStacks } from '../definitions/prepared-stacks';
import { ResourceScope } from '#comparison';
import type { ResourceFacts } from '#comparison';
import type { ClaimedNode } from './claimed-node';

/** What a step needs besides its node: the properties and the type to be made. */
export interface StepInputs {
  /** Name of the type that makes it, after the environment's mapping. */
  readonly madeType: string;
  readonly properties: JsonObject;
  readonly metadata: JsonObject | null;
  /** Names of the resources that it depends on. */
  readonly requires: readonly string[];
}

/** The inputs of one node, as far as they can be told without being resolved. */
export interface LoadedInputs {
  /** Texts that no reason may show, also of what is wrong with the inputs; rejects as `PreparedStacks.get` does. */
  hidden(): Promise<readonly string[]>;
  /** Whether nothing hidden goes into the property, by the definition that the resource belongs to. */
  shows(property: string): boolean;
  /** Throws what is wrong with them. Of what is to be checked they are what it was made with. */
  resolve(): StepInputs;
}

const LOAD_FACTS = `
  SELECT r.stack_id, r.name, r.physical_id, r.sealed_attributes
  FROM unnest($1::uuid[], $2::text[]) wanted(stack_id, name)
  JOIN resources r ON r.stack_id = wanted.stack_id AND r.name = wanted.name
  WHERE NOT EXISTS (SELECT 1 FROM resources newer WHERE newer.replaces = r.id)`;

/**
 * The definitions that a stack's resources may have been made by: the last that was carried out to the end, and all that
 * were asked for since.
 */
const DEFINITIONS_AT_WORK = `
  SELECT d.id FROM stacks s JOIN definitions d ON d.stack_id = s.id
  LEFT JOIN definitions good ON good.id = s.good_definition_id
  WHERE s.id = $1 AND (good.id IS NULL OR d.created_at >= good.created_at)`;

/** Resolves the properties of many nodes with one query for all the attributes they refer to. */
export class StepInputsLoader {
  constructor(
    private readonly database: DataSource,
    private readonly prepared: PreparedStacks,
    private readonly tools: { types: TypeRegistry; secrets: SecretBox },
  ) {}

  /** For each node what answers its inputs; throws where there can be none. */
  async load(nodes: readonly ClaimedNode[]): Promise<(node: ClaimedNode) => LoadedInputs> {
    const prepared = await this.prepareAll(nodes);
    const scopes = await this.scopesOf(nodes, prepared);
    return (node) => {
      const ready = prepared.get(node.definition_id);
      if (ready === undefined || ready instanceof DefinitionRefused) throw ready ?? new Error('its template is gone');
      const scope = scopes.get(node.stack_id) ?? new ResourceScope(ready.stack, [], this.tools);
      return {
        hidden: () => this.hiddenFrom(node, ready),
        shows: (property) => disclosureOf(ready).property(node.resource_name, property),
        resolve: () => this.resolve(node, ready, scope),
      };
    };
  }

  /** What a resource was made with, by an earlier definition, is still told to its type. */
  private async hiddenFrom(node: ClaimedNode, ready: Prepared): Promise<readonly string[]> {
    if (node.operation_action === 'CREATE') return ready.hidden;
    const ids = await withSession(this.database, (session) =>
      session.rows<{ id: string }>(DEFINITIONS_AT_WORK, [node.stack_id]),
    );
    const texts = new Set(ready.hidden);
    for (const { id } of ids) for (const text of (await this.prepared.get(id)).hidden) texts.add(text);
    return [...texts];
  }

  private resolve(node: ClaimedNode, ready: Prepared, scope: ResourceScope): StepInputs {
    const resource = ready.stack.resources.get(node.resource_name);
    if (node.phase === 'cleanup') return this.inputsOfRemoval(node, ready, scope);
    if (node.task === 'check') return this.inputsOfCheck(node);
    if (!resource) throw new Error('the stack’s template has no resource of this name');
    const properties = this.resolvedProperties(node, ready, scope);
    const metadata = resolvedMetadata(node, ready, scope);
    return { madeType: resource.schema.type, properties, metadata, requires: resource.dependencies };
  }

  /** What it was made with, or else what it was to be made with; by the type that made it, whatever it was to be by then. */
  private inputsOfRemoval(node: ClaimedNode, ready: Prepared, scope: ResourceScope): StepInputs {
    const isResolvable = node.sealed_properties === null && ready.stack.resources.has(node.resource_name);
    const properties = isResolvable ? this.resolvedProperties(node, ready, scope) : this.storedProperties(node);
    return { madeType: node.made_type, properties, metadata: null, requires: [] };
  }

  private inputsOfCheck(node: ClaimedNode): StepInputs {
    return { madeType: node.made_type, properties: this.storedProperties(node), metadata: null, requires: [] };
  }

  private async prepareAll(nodes: readonly ClaimedNode[]): Promise<Map<string, Prepared | DefinitionRefused>> {
    const ids = [...new Set(nodes.map((node) => node.definition_id))];
    const entries = await Promise.all(
      ids.map(async (id) => [id, await this.prepared.get(id).catch(refusalOnly)] as const),
    );
    return new Map(entries);
  }

  private async scopesOf(
    nodes: readonly ClaimedNode[],
    prepared: ReadonlyMap<string, Prepared | DefinitionRefused>,
  ): Promise<Map<string, ResourceScope>> {
    const wanted = new Map<string, { stackId: string; name: string; ready: Prepared }>();
    for (const node of nodes) {
      const ready = prepared.get(node.definition_id);
      if (ready === undefined || ready instanceof DefinitionRefused || node.task === 'check') continue;
      for (const name of ready.stack.resources.get(node.resource_name)?.references ?? []) {
        wanted.set(`${node.stack_id}/${name}`, { stackId: node.stack_id, name, ready });
      }
    }
    if (wanted.size === 0) return new Map();
    const pairs = [...wanted.values()];
    const values = [pairs.map(({ stackId }) => stackId), pairs.map(({ name }) => name)];
    const facts = await withSession(this.database, (session) => session.rows<ResourceFacts>(LOAD_FACTS, values));
    const stacks = new Map(pairs.map(({ stackId, ready }) => [stackId, ready.stack]));
    return new Map(
      [...stacks].map(([id, stack]) => [
        id,
        new ResourceScope(
          stack,
          facts.filter((row) => row.stack_id === id),
          this.tools,
        ),
      ]),
    );
  }

  private storedProperties(node: ClaimedNode): JsonObject {
    return node.sealed_properties === null ? {} : (this.tools.secrets.open(node.sealed_properties) as JsonObject);
  }

  /** A resource that is removed before its properties were known, was never asked for with any. */
  private resolvedProperties(node: ClaimedNode, { stack }: Prepared, scope: ResourceScope): JsonObject {
    const outcome = resolveProperties(stack, node.resource_name, scope);
    if (outcome.ok) return outcome.value;
    if (node.phase === 'cleanup') return {};
    throw new Error(outcome.diagnostics.map(({ path, detail }) => `${path}: ${detail}`).join('; '));
  }
}

const disclosures = new WeakMap<Prepared, Disclosure>();

/** Made once for a definition: it looks through all of it. */
function disclosureOf(ready: Prepared): Disclosure {
  const known = disclosures.get(ready);
  if (known !== undefined) return known;
  // Where anything is hidden, files may hold it too.
  const files = ready.hidden.length > 0;
  const disclosure = new Disclosure(ready.stack, { parameters: new Set(), files });
  disclosures.set(ready, disclosure);
  return disclosure;
}

function resolvedMetadata(node: ClaimedNode, { stack }: Prepared, scope: ResourceScope): JsonObject | null {
  const outcome = resolveMetadata(stack, node.resource_name, scope);
  if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ path, detail }) => `${path}: ${detail}`).join('; '));
  const metadata = outcome.value;
  return Object.keys(metadata).length === 0 ? null : metadata;
}

/** A database that is away is nobody's fault, and asked again. */
function refusalOnly(error: unknown): DefinitionRefused {
  if (error instanceof DefinitionRefused) return error;
  throw error;
}
