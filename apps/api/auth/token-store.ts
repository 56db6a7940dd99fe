import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';

export interface TokenRow {
  hash: Buffer;
  name: string;
  project: string;
  roles: string[];
  expires_at: Date | null;
}

const FIND = 'SELECT hash, name, project, roles, expires_at FROM tokens WHERE prefix = $1';

const PUT = `
  INSERT INTO tokens (prefix, hash, name, project, roles) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (prefix) DO UPDATE SET hash = excluded.hash, name = excluded.name, project = excluded.project,
    roles = excluded.roles, expires_at = NULL`;

const REMOVE_OTHERS = 'DELETE FROM tokens WHERE name = $1 AND project = $2 AND prefix <> $3';

/** The table of local tokens. */
@Injectable()
export class TokenStore {
  constructor(private readonly database: Database) {}

  async find(prefix: string): Promise<TokenRow | undefined> {
    const [row] = await this.database.prepared<TokenRow>(FIND, [prefix]);
    return row;
  }

  /** Puts a token in the place of whichever had its name in its project. */
  async replace(token: {
    prefix: string;
    hash: Buffer;
    name: string;
    project: string;
    roles: string[];
  }): Promise<void> {
    const { prefix, hash, name, project, roles } = token;
    await this.database.transaction(async (transaction) => {
      await transaction.rows(PUT, [prefix, hash, name, project, roles]);
      await transaction.rows(REMOVE_OTHERS, [name, project, prefix]);
    });
  }
}
