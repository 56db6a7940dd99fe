import type { DataSource } from 'typeorm';
import { digestOfToken, issueToken, prefixOfToken } from '#entities';
import type { NewToken } from './token-command';

export interface TokenRecord {
  prefix: string;
  name: string;
  project: string;
  roles: string[];
  created_at: Date;
  expires_at: Date | null;
  expired: boolean;
}

const ADD = 'INSERT INTO tokens (prefix, hash, name, project, roles, expires_at) VALUES ($1, $2, $3, $4, $5, $6)';

const LIST = `
  SELECT prefix, name, project, roles, created_at, expires_at, coalesce(expires_at <= now(), false) AS expired
  FROM tokens WHERE project = $1 OR $1 IS NULL ORDER BY project, name, created_at`;

const REVOKE = 'DELETE FROM tokens WHERE prefix = $1 RETURNING prefix, name, project';

/** The table of local tokens, for an operator. What a token's secret is, nobody learns from it. */
export class TokenRecords {
  constructor(private readonly database: DataSource) {}

  /** Stores a new token and answers it: it can't be read again. */
  async add({ name, project, roles, expiresAt }: NewToken): Promise<string> {
    const token = issueToken();
    const hash = digestOfToken(token);
    await this.database.query(ADD, [prefixOfToken(token, hash), hash, name, project, roles, expiresAt]);
    return token;
  }

  list(project: string | undefined): Promise<TokenRecord[]> {
    return this.database.query<TokenRecord[]>(LIST, [project ?? null]);
  }

  /** Answers whose it was, or undefined where there is none of that prefix. */
  async revoke(prefix: string): Promise<Pick<TokenRecord, 'prefix' | 'name' | 'project'> | undefined> {
    const [rows] = await this.database.query<[Pick<TokenRecord, 'prefix' | 'name' | 'project'>[], number]>(REVOKE, [
      prefix,
    ]);
    return rows[0];
  }
}
