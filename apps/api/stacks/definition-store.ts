import { Injectable } from '@nestjs/common';
import type { RootId, StackId } from '#contracts';
import type { CheckedDefinition, CheckedUpdate, SealedDefinition } from '../checking/template-checker';
import { Database } from '../database/database';
import type { Transaction } from '../database/database';

export interface NewDefinition {
  id: string;
  stackId: StackId;
  rootId: RootId;
  checked: CheckedDefinition;
}

export interface ChangedStack {
  definitionId: string;
  checked: CheckedUpdate;
}

/** What a change of a stack is checked against. */
export interface CurrentDefinition {
  name: string;
  revision: number;
  rootId: RootId;
  definitionId: string;
  sealed: SealedDefinition;
}

interface DefinitionRow {
  name: string;
  revision: number;
  root_id: RootId;
  definition_id: string;
  sealed_template: Buffer;
  sealed_files: Buffer;
  sealed_environment: Buffer;
  sealed_parameters: Buffer;
}

const INSERT_DEFINITION = `
  INSERT INTO definitions (id, stack_id, root_id, sealed_template, sealed_files, sealed_environment, sealed_parameters,
    shown_parameters, description)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const DEFINITION = `
  SELECT s.name, s.revision, s.root_id, s.definition_id, d.sealed_template, d.sealed_files, d.sealed_environment,
    d.sealed_parameters
  FROM stacks s JOIN definitions d ON d.id = s.definition_id
  WHERE s.id = $1 AND s.project = $2 AND s.deleted_at IS NULL`;

const CHANGE = `
  UPDATE stacks SET definition_id = $2, description = $3, shown_parameters = $4, tags = COALESCE($5, tags),
    disable_rollback = COALESCE($6, disable_rollback), timeout_mins = COALESCE($7, timeout_mins)
  WHERE id = $1`;

const RESTORE = `
  UPDATE stacks s SET definition_id = d.id, description = COALESCE(d.description, s.description),
    shown_parameters = COALESCE(d.shown_parameters, s.shown_parameters)
  FROM definitions d WHERE s.id = $1 AND d.id = $2`;

/** The table of definitions, and what of them the stacks have. */
@Injectable()
export class DefinitionStore {
  constructor(private readonly database: Database) {}

  /** Writes what was accepted for a stack. */
  async insert(transaction: Transaction, { id, stackId, rootId, checked }: NewDefinition): Promise<void> {
    const { sealedTemplate, sealedFiles, sealedEnvironment, sealedParameters } = checked;
    const sealed = [sealedTemplate, sealedFiles, sealedEnvironment, sealedParameters];
    const values = [id, stackId, rootId, ...sealed, checked.shownParameters, checked.description];
    await transaction.rows(INSERT_DEFINITION, values);
  }

  /** A living stack's definition as it was last accepted, sealed. */
  async current(project: string, id: StackId): Promise<CurrentDefinition | undefined> {
    const [row] = await this.database.prepared<DefinitionRow>(DEFINITION, [id, project]);
    if (!row) return undefined;
    const sealed = {
      template: row.sealed_template,
      files: row.sealed_files,
      environment: row.sealed_environment,
      parameters: row.sealed_parameters,
    };
    return { name: row.name, revision: row.revision, rootId: row.root_id, definitionId: row.definition_id, sealed };
  }

  /** Makes a stack what was accepted for it; settings that the request did not give stay. */
  async change(transaction: Transaction, id: StackId, { definitionId, checked }: ChangedStack): Promise<void> {
    const { description, shownParameters, tags = null, disableRollback = null, timeoutMins = null } = checked;
    const settings = [tags, disableRollback, timeoutMins];
    await transaction.rows(CHANGE, [id, definitionId, description, shownParameters, ...settings]);
  }

  /** Makes a stack again what was accepted for it earlier; its settings stay. */
  async restore(transaction: Transaction, id: StackId, definitionId: string): Promise<void> {
    await transaction.rows(RESTORE, [id, definitionId]);
  }
}
