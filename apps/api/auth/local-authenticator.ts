import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ROLES } from '#contracts';
import { digestOfToken, prefixOfToken } from '#entities';
import { Authenticator } from './authenticator';
import type { Caller } from './caller';
import { TokenStore } from './token-store';
import type { TokenRow } from './token-store';

/** A token that is revoked is still taken for so long. */
const CACHED_MS = 5_000;
const CACHED_TOKENS = 10_000;

/** Local tokens, kept in the database and remembered for a moment. What is remembered holds digests, no tokens. */
@Injectable()
export class LocalAuthenticator extends Authenticator {
  private readonly cached = new Map<string, { caller: Caller; until: number }>();

  constructor(private readonly tokens: TokenStore) {
    super();
  }

  async authenticate(token: string): Promise<Caller | undefined> {
    const digest = digestOfToken(token);
    const key = digest.toString('base64');
    const known = this.cached.get(key);
    const now = Date.now();
    const caller = known && known.until > now ? known.caller : await this.find(token, digest);
    if (!caller || (caller.expiresAt !== undefined && caller.expiresAt <= now)) return undefined;
    if (caller !== known?.caller) this.remember(key, caller, now);
    return caller;
  }

  private async find(token: string, digest: Buffer): Promise<Caller | undefined> {
    const row = await this.tokens.find(prefixOfToken(token, digest));
    return row?.hash.length === digest.length && timingSafeEqual(row.hash, digest) ? callerOf(row) : undefined;
  }

  private remember(key: string, caller: Caller, now: number): void {
    if (this.cached.size >= CACHED_TOKENS) this.cached.clear();
    this.cached.set(key, { caller, until: now + CACHED_MS });
  }
}

function callerOf(row: TokenRow): Caller {
  const { name, project, roles, expires_at: expires } = row;
  return { name, project, roles: ROLES.filter((role) => roles.includes(role)), expiresAt: expires?.getTime() };
}
