import type { Json, JsonObject } from '#contracts';
import type { SecretBox } from '#entities';
import { referenceIdOf } from '#resources';
import type { TypeRegistry } from '#resources';
import type { PreparedStack, ResolutionScope } from '#template';

/** What other resources' functions may ask of a resource. */
export interface ResourceFacts {
  stack_id: string;
  name: string;
  physical_id: string | null;
  sealed_attributes: Buffer | null;
}

export interface ScopeTools {
  types: TypeRegistry;
  secrets: SecretBox;
}

/** Answers get_resource and get_attr from the rows of a stack's resources; what has no row or is not made is not known. */
export class ResourceScope implements ResolutionScope {
  private readonly opened = new Map<string, JsonObject>();
  private readonly facts: ReadonlyMap<string, ResourceFacts>;

  constructor(
    private readonly stack: PreparedStack,
    facts: readonly ResourceFacts[],
    private readonly tools: ScopeTools,
  ) {
    this.facts = new Map(facts.map((row) => [row.name, row]));
  }

  reference(name: string): string | undefined {
    const facts = this.facts.get(name);
    const schema = this.stack.resources.get(name)?.schema;
    if (!facts?.sealed_attributes || !schema) return undefined;
    const made = {
      resourceName: name,
      physicalId: facts.physical_id,
      attributes: this.attributes(facts.name, facts.sealed_attributes),
    };
    return referenceIdOf(this.tools.types.get(schema.type), made);
  }

  attribute(name: string, attribute: string): Json | undefined {
    const facts = this.facts.get(name);
    if (!facts?.sealed_attributes) return undefined;
    return this.attributes(name, facts.sealed_attributes)[attribute] ?? null;
  }

  private attributes(name: string, sealed: Buffer): JsonObject {
    const known = this.opened.get(name);
    if (known) return known;
    const opened = this.tools.secrets.open(sealed) as JsonObject;
    this.opened.set(name, opened);
    return opened;
  }
}

/** Knows nothing, and remembers what it was asked about. */
export class AskedNames implements ResolutionScope {
  readonly names = new Set<string>();

  reference(name: string): undefined {
    this.names.add(name);
  }

  attribute(name: string): undefined {
    this.names.add(name);
  }
}
