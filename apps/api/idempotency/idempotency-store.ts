import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SecretBox } from '#entities';
import { Database } from '../database/database';
import type { Transaction } from '../database/database';
import type { Answer } from '../requests/answer';

/** What names a kept answer, and the body that it was the answer to. */
export interface KeyedRequest {
  project: string;
  method: string;
  path: string;
  key: string;
  body: Uint8Array;
}

export interface KeptAnswer {
  /** Whether it was given to a request with the same body. */
  isOfBody: boolean;
  answer: Answer;
}

interface KeptRow {
  body_hmac: Buffer;
  sealed_body_digest: Buffer | null;
  status: number;
  headers: Record<string, string>;
  sealed_answer: Buffer;
}

const KEPT = "created_at > now() - interval '24 hours'";
const SAME = 'project = $1 AND method = $2 AND path = $3 AND key = $4';

const FIND = `
  SELECT body_hmac, sealed_body_digest, status, headers, sealed_answer
  FROM idempotency_keys WHERE ${SAME} AND status IS NOT NULL AND ${KEPT}`;

// Waits for a transaction that is claiming the same key, and then takes the key only where that one did not keep it.
const CLAIM = `
  INSERT INTO idempotency_keys AS known (project, method, path, key, body_hmac, sealed_body_digest, status, headers, sealed_answer)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  ON CONFLICT (project, method, path, key) DO UPDATE
    SET body_hmac = excluded.body_hmac, sealed_body_digest = excluded.sealed_body_digest, status = excluded.status,
      headers = excluded.headers, sealed_answer = excluded.sealed_answer, created_at = now()
    WHERE NOT (known.${KEPT})
  RETURNING true AS claimed`;

const KEEP = `UPDATE idempotency_keys SET status = $5, headers = $6, sealed_answer = $7 WHERE ${SAME}`;

const FORGET = `DELETE FROM idempotency_keys WHERE ctid = ANY(ARRAY(
  SELECT ctid FROM idempotency_keys WHERE NOT (${KEPT}) LIMIT $1))`;

/**
 * The table of idempotency keys. Answers are sealed: a stack's outputs may be in them. A key is the first thing that a
 * transaction takes, before any root's lock.
 */
@Injectable()
export class IdempotencyStore {
  constructor(
    private readonly database: Database,
    private readonly secrets: SecretBox,
  ) {}

  async find(request: KeyedRequest): Promise<KeptAnswer | undefined> {
    const [row] = await this.database.prepared<KeptRow>(FIND, nameOf(request));
    if (!row) return undefined;
    const body = this.secrets.open(row.sealed_answer) as string;
    return { isOfBody: this.isOfBody(row, request.body), answer: { status: row.status, headers: row.headers, body } };
  }

  /** Takes the key for the transaction; `false`: another request has been answered under it. Waits for one at work. */
  async claim(transaction: Transaction, request: KeyedRequest): Promise<boolean> {
    const rows = await transaction.rows(CLAIM, [...nameOf(request), ...this.digestsOf(request), null, null, null]);
    return rows.length > 0;
  }

  /** Keeps the answer under a key that the transaction has claimed. */
  async keep(transaction: Transaction, request: KeyedRequest, answer: Answer): Promise<void> {
    await transaction.rows(KEEP, [...nameOf(request), ...this.columnsOf(answer)]);
  }

  /** Keeps an answer that no transaction belongs to; does nothing where one is kept already. */
  async keepAlone(request: KeyedRequest, answer: Answer): Promise<void> {
    await this.database.prepared(CLAIM, [...nameOf(request), ...this.digestsOf(request), ...this.columnsOf(answer)]);
  }

  /** Removes some of the keys that are over 24 hours old. */
  async forgetOld(most: number): Promise<void> {
    await this.database.prepared(FORGET, [most]);
  }

  private digestsOf({ body }: KeyedRequest): Buffer[] {
    return [this.secrets.fingerprint(body), this.secrets.seal(digestOf(body))];
  }

  /** An earlier version that took the row over wrote only the HMAC, and left the digest as it was. */
  private isOfBody({ body_hmac: hmac, sealed_body_digest: digest }: KeptRow, body: Uint8Array): boolean {
    if (this.secrets.isFingerprintOf(body, hmac)) return true;
    return digest !== null && this.secrets.open(digest) === digestOf(body);
  }

  private columnsOf({ status, headers, body }: Answer): unknown[] {
    return [status, JSON.stringify(headers), this.secrets.seal(body)];
  }
}

function digestOf(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}

function nameOf({ project, method, path, key }: KeyedRequest): string[] {
  return [project, method, path, key];
}
