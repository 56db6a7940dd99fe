import type { DataSource } from 'typeorm';
import { InvariantError } from '#contracts';
import type { SecretBox } from '#entities';
import type { TypeRegistry } from '#resources';
import { hiddenValues, parseExactJson, prepareStackInSlices } from '#template';
import type { ExactJson, ExactObject, PreparedStack } from '#template';
import { runInTurns } from './run-in-turns';

interface DefinitionRow {
  sealed_template: Buffer;
  sealed_files: Buffer;
  sealed_environment: Buffer;
  sealed_parameters: Buffer;
  stack_id: string;
  stack_name: string;
  project: string;
}

/** The definition itself is at fault, or this engine's version or types are: asking again changes nothing. */
export class DefinitionRefused extends Error {}

/** A template may be wrong in as many places as it has; a reason is for people, and travels in notifications. */
const LONGEST_REFUSAL = 4_000;

/** A definition made ready: read once, however many of its resources this engine works on. */
export interface Prepared {
  readonly stack: PreparedStack;
  /** Texts that no reason, log line or notification may show. */
  readonly hidden: readonly string[];
  readonly textSize: number;
}

// A prepared resource takes some 2 KB and its text besides, so this is about 40 MB; one that is larger is kept alone.
const CACHED_WEIGHT = 20_000;
const TEXT_PER_RESOURCE = 500;

const LOAD = `
  SELECT d.sealed_template, d.sealed_files, d.sealed_environment, d.sealed_parameters, s.id AS stack_id, s.name AS stack_name, s.project
  FROM definitions d JOIN stacks s ON s.id = d.stack_id WHERE d.id = $1`;

interface CacheEntry {
  readonly prepared: Promise<Prepared>;
  ready?: Prepared;
  weight: number;
}

/** Definitions by id, the ones used last kept in memory. A definition never changes. */
export class PreparedStacks {
  private readonly cached = new Map<string, CacheEntry>();
  private weight = 0;

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
    const entry: CacheEntry = { weight: 0, prepared: this.load(definitionId) };
    this.cached.set(definitionId, entry);
    entry.prepared.then(
      (ready) => this.keep(entry, ready),
      () => this.cached.delete(definitionId),
    );
    return entry.prepared;
  }

  /** What is in memory already. */
  peek(definitionId: string): Prepared | undefined {
    return this.cached.get(definitionId)?.ready;
  }

  private async load(definitionId: string): Promise<Prepared> {
    const [row] = await this.database.query<DefinitionRow[]>(LOAD, [definitionId]);
    if (!row) throw new InvariantError(`no definition ${definitionId}`);
    const work = prepareStackInSlices(
      {
        template: this.openExactly(row.sealed_template),
        files: this.openExactly(row.sealed_files) as ExactObject,
        environment: this.openExactly(row.sealed_environment),
        parameters: this.openExactly(row.sealed_parameters) as ExactObject,
      },
      { types: this.types, pseudo: { stackName: row.stack_name, stackId: row.stack_id, projectId: row.project } },
    );
    const outcome = await runInTurns(work);
    if (outcome.ok) {
      const textSize = row.sealed_template.length + row.sealed_files.length;
      return { stack: outcome.value, hidden: hiddenValues(outcome.value), textSize };
    }
    const faults = outcome.diagnostics.map(({ path, detail }) => `${path}: ${detail}`);
    throw new DefinitionRefused(faults.join('; ').slice(0, LONGEST_REFUSAL));
  }

  /** With every number as the user wrote it. */
  private openExactly(sealed: Buffer): ExactJson {
    return parseExactJson(this.secrets.openText(sealed));
  }

  /** Lets go of those used longest ago until all fit; what was just read stays, however heavy. */
  private keep(entry: CacheEntry, ready: Prepared): void {
    entry.ready = ready;
    entry.weight = ready.stack.resources.size + Math.ceil(ready.textSize / TEXT_PER_RESOURCE);
    this.weight += entry.weight;
    for (const [id, other] of this.cached) {
      if (this.weight <= CACHED_WEIGHT) return;
      // What is being read weighs nothing yet.
      if (other === entry || !other.ready) continue;
      this.cached.delete(id);
      this.weight -= other.weight;
    }
  }
}
