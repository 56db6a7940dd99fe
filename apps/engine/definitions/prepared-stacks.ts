import type { DataSource } from 'typeorm';
import { InvariantError } from '#contracts';
import type { Json, JsonObject } from '#contracts';
import type { SecretBox } from '#entities';
import type { TypeRegistry } from '#resources';
import { hiddenValues, prepareStack } from '#template';
import type { PreparedStack } from '#template';

interface DefinitionRow {
  template: string;
  files: string;
  sealed_environment: Buffer;
  sealed_parameters: Buffer;
  stack_id: string;
  stack_name: string;
  project: string;
}

/** A definition made ready: read once, however many of its resources this engine works on. */
export interface Prepared {
  readonly stack: PreparedStack;
  /** Texts that no reason, log line or notification may show. */
  readonly hidden: readonly string[];
}

// By the size of their texts: a parsed template takes some ten times as much memory.
const CACHED_BYTES = 32 * 1024 * 1024;

const LOAD = `
  SELECT d.template, d.files, d.sealed_environment, d.sealed_parameters, s.id AS stack_id, s.name AS stack_name, s.project
  FROM definitions d JOIN stacks s ON s.id = d.stack_id WHERE d.id = $1`;

interface CacheEntry {
  readonly prepared: Promise<Prepared>;
  ready?: Prepared;
  bytes: number;
}

/** Definitions by id, the ones used last kept in memory. A definition never changes. */
export class PreparedStacks {
  private readonly cached = new Map<string, CacheEntry>();
  private bytes = 0;

  constructor(
    private readonly database: DataSource,
    private readonly types: TypeRegistry,
    private readonly secrets: SecretBox,
  ) {}

  /** Rejects where the definition can't be read, or is not accepted by this engine's version or types; that is not kept. */
  async get(definitionId: string): Promise<Prepared> {
    const known = this.cached.get(definitionId);
    if (known) {
      this.cached.delete(definitionId);
      this.cached.set(definitionId, known);
      return known.prepared;
    }
    const entry: CacheEntry = {
      bytes: 0,
      prepared: this.load(definitionId, (bytes) => this.weigh(definitionId, bytes)),
    };
    this.cached.set(definitionId, entry);
    entry.prepared.then(
      (ready) => (entry.ready = ready),
      () => this.cached.delete(definitionId),
    );
    return entry.prepared;
  }

  /** What is in memory already. */
  peek(definitionId: string): Prepared | undefined {
    return this.cached.get(definitionId)?.ready;
  }

  private async load(definitionId: string, weigh: (bytes: number) => void): Promise<Prepared> {
    const [row] = await this.database.query<DefinitionRow[]>(LOAD, [definitionId]);
    if (!row) throw new InvariantError(`no definition ${definitionId}`);
    weigh(row.template.length + row.files.length);
    const outcome = prepareStack(
      {
        template: JSON.parse(row.template) as Json,
        files: JSON.parse(row.files) as JsonObject,
        environment: this.secrets.open(row.sealed_environment),
        parameters: this.secrets.open(row.sealed_parameters) as JsonObject,
      },
      { types: this.types, pseudo: { stackName: row.stack_name, stackId: row.stack_id, projectId: row.project } },
    );
    if (outcome.ok) return { stack: outcome.value, hidden: hiddenValues(outcome.value) };
    throw new Error(outcome.diagnostics.map(({ path, detail }) => `${path}: ${detail}`).join('; '));
  }

  private weigh(definitionId: string, bytes: number): void {
    const entry = this.cached.get(definitionId);
    if (entry) entry.bytes = bytes;
    this.bytes += bytes;
    for (const [id, { bytes: freed }] of this.cached) {
      if (this.bytes <= CACHED_BYTES || id === definitionId) return;
      this.cached.delete(id);
      this.bytes -= freed;
    }
  }
}

/** Replaces every hidden value in a text that somebody may see. NUL, which PostgreSQL can't store, goes too. */
export function maskHidden(text: string, hidden: readonly string[]): string {
  const masked = hidden.reduce((shown, secret) => shown.replaceAll(secret, '******'), text);
  return masked.replaceAll('\0', '\uFFFD');
}
