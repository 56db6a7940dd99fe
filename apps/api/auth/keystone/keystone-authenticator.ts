import { createHash } from 'node:crypto';
import { Problem } from '../../problems/problem';
import { Authenticator } from '../authenticator';
import { BoundedCache } from '../bounded-cache';
import type { Caller } from '../caller';
import { projectIdOf } from '../project-id';
import { rolesFor } from '../role-mapping';
import type { RoleMapping } from '../role-mapping';
import { shownName } from '../shown-name';
import type { KeystoneClient } from './keystone-client';
import type { TokenFacts } from './token-facts';

export interface KeystoneAuthenticatorSettings {
  keystone: Pick<KeystoneClient, 'validate'>;
  roles: RoleMapping;
  cacheSeconds: number;
}

const REMEMBERED_TOKENS = 10_000;
/** A flood of tokens that nobody has made must push none out that are good, so these are remembered apart. */
const REMEMBERED_REFUSALS = 1_000;
const REFUSED_FOR_MS = 5_000;

/** Keystone's tokens. What is remembered holds digests, no tokens; several requests with the same new token ask once. */
export class KeystoneAuthenticator extends Authenticator {
  private readonly known = new BoundedCache<TokenFacts>(REMEMBERED_TOKENS);
  private readonly refused = new BoundedCache<true>(REMEMBERED_REFUSALS);
  private readonly asked = new Map<string, Promise<TokenFacts | undefined>>();

  constructor(private readonly settings: KeystoneAuthenticatorSettings) {
    super();
  }

  async authenticate(token: string): Promise<Caller | undefined> {
    const key = createHash('sha256').update(token).digest('base64');
    const now = Date.now();
    if (this.refused.get(key, now)) return undefined;
    const facts = this.known.get(key, now) ?? (await this.askOnce(key, token));
    return facts && facts.expiresAt > now ? this.callerOf(facts) : undefined;
  }

  private askOnce(key: string, token: string): Promise<TokenFacts | undefined> {
    const asked = this.asked.get(key);
    if (asked) return asked;
    const asking = this.ask(key, token).finally(() => this.asked.delete(key));
    this.asked.set(key, asking);
    return asking;
  }

  private async ask(key: string, token: string): Promise<TokenFacts | undefined> {
    // Counted from the question: a token that is revoked while the answer is under way is not remembered for longer.
    const now = Date.now();
    const facts = await this.settings.keystone.validate(token);
    if (facts) this.known.set(key, facts, Math.min(now + this.settings.cacheSeconds * 1_000, facts.expiresAt));
    else this.refused.set(key, true, now + REFUSED_FOR_MS);
    return facts;
  }

  private callerOf({ projectId, scope, userName, roles, expiresAt }: TokenFacts): Caller {
    if (projectId === undefined) throw withoutProject(scope);
    return {
      project: projectIdOf(projectId),
      name: shownName(userName),
      roles: rolesFor(this.settings.roles, roles),
      expiresAt,
    };
  }
}

function withoutProject(scope: TokenFacts['scope']): Problem {
  const what = scope === 'nothing' ? 'is not scoped' : `is scoped to a ${scope}`;
  const detail = `the token ${what}: ask Keystone for one that is scoped to a project ("scope": {"project": …})`;
  return new Problem({ code: 'not-allowed', detail });
}
