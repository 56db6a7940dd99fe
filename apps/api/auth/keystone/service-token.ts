import { AppError } from '#contracts';
import type { Logger } from '#process';
import type { JsonClient } from '../json-request';
import type { KeystoneLogin, NameInDomain } from './keystone-config';
import { readTokenFacts } from './token-facts';

export interface ServiceTokenSettings {
  /** Of the Identity API, with its version. */
  url: string;
  login: KeystoneLogin;
  client: JsonClient;
  log: Logger;
}

interface OwnToken {
  text: string;
  /** Both in milliseconds since 1970, by our clock. */
  renewAt: number;
  expiresAt: number;
}

/** Of its life; by then another is asked for. */
const USED_FOR = 0.8;
/** After Keystone gave none: many wrong logins may lock the user out. */
const PAUSE_MS = 2_000;

/** Kiln's own token at Keystone: asked for when it is first needed, and again before it ends or once it was refused. */
export class ServiceToken {
  private own: OwnToken | undefined;
  private asking: Promise<OwnToken> | undefined;
  private failure: { at: number; error: unknown } | undefined;

  constructor(private readonly settings: ServiceTokenSettings) {}

  /** Rejects with AppError `identity-unavailable` where there is none to be had. */
  async get(): Promise<string> {
    const now = Date.now();
    const { own } = this;
    if (own && now < own.renewAt) return own.text;
    try {
      return (await this.renew()).text;
    } catch (error) {
      if (own && own === this.own && now < own.expiresAt) return own.text;
      throw keystoneUnavailable(error);
    }
  }

  /** Keystone has refused that token: it was revoked, or Keystone has lost its keys. */
  forget(text: string): void {
    if (this.own?.text === text) this.own = undefined;
  }

  private renew(): Promise<OwnToken> {
    if (!this.asking && this.failure && Date.now() - this.failure.at < PAUSE_MS) throw this.failure.error;
    this.asking ??= this.login().finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async login(): Promise<OwnToken> {
    try {
      this.own = await this.ask();
      this.failure = undefined;
      return this.own;
    } catch (error) {
      this.failure = { at: Date.now(), error };
      throw error;
    }
  }

  private async ask(): Promise<OwnToken> {
    const { login, client, log } = this.settings;
    const url = `${this.settings.url}/auth/tokens?nocatalog`;
    const { status, headers, body } = await client.send({ method: 'POST', url, body: requestOf(login) });
    if (status === 401 || status === 403) {
      log.error({ url, status }, 'Keystone refuses Kiln’s own credentials (KILN_KEYSTONE_*): nobody can be let in');
    }
    const text = headers['x-subject-token'];
    const facts = status === 201 ? readTokenFacts(body) : undefined;
    if (typeof text !== 'string' || !facts) throw new Error(`Keystone gave Kiln no token: it answered ${status}`);
    const now = Date.now();
    // Lengths of time, not times: the two clocks may differ.
    const life = facts.expiresAt - facts.issuedAt;
    return { text, renewAt: now + life * USED_FOR, expiresAt: now + life };
  }
}

/** 503 to the client; what went wrong stands in the log. */
export function keystoneUnavailable(cause: unknown): AppError {
  return new AppError('identity-unavailable', 'Keystone cannot be asked about the token at the moment; try again', {
    retryable: true,
    cause,
  });
}

function requestOf(login: KeystoneLogin): object {
  if (login.kind === 'application-credential') {
    const { id, secret } = login;
    return { auth: { identity: { methods: ['application_credential'], application_credential: { id, secret } } } };
  }
  const { user, password, project } = login;
  const identity = { methods: ['password'], password: { user: { ...inDomain(user), password } } };
  const scope = project ? { project: inDomain(project) } : { system: { all: true } };
  return { auth: { identity, scope } };
}

function inDomain({ name, domain }: NameInDomain): object {
  return { name, domain: { name: domain } };
}
