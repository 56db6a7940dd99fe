import { createLocalJWKSet, errors } from 'jose';
import type { CryptoKey, FlattenedJWSInput, JSONWebKeySet, JWSHeaderParameters } from 'jose';
import { AppError } from '#contracts';
import type { Logger } from '#process';
import type { JsonClient } from '../json-request';
import { isHttpUrl } from '../is-http-url';

export interface IssuerKeysSettings {
  issuer: string;
  /** Absent: the issuer's discovery document names it. */
  jwksUrl: string | undefined;
  /** How old keys may get before the issuer is asked again. */
  freshMs: number;
  client: JsonClient;
  log: Logger;
  /** Milliseconds by a clock that does not jump. */
  now?: () => number;
}

/** Keys that the issuer could not be asked about are still used for so long. */
const USABLE_MS = 3_600_000;
/** The issuer is asked no more often than that, whatever tokens come. */
const PAUSE_MS = 10_000;
/** While there are no keys at all, clients are told to try again after as long. */
const PAUSE_WITHOUT_KEYS_MS = 2_000;

interface KnownKeys {
  find: (header?: JWSHeaderParameters, token?: FlattenedJWSInput) => Promise<CryptoKey>;
  at: number;
}

/**
 * The keys that an issuer signs with (RFC 7517). They are fetched when the first token comes, again when they have grown
 * old, and when a token names a key that is not among them. While the issuer is away, those that were fetched within
 * the last hour do; where there are none, whoever asks is rejected with AppError `identity-unavailable`.
 */
export class IssuerKeys {
  private known: KnownKeys | undefined;
  private attempt: { at: number; failure: unknown } | undefined;
  private fetching: Promise<void> | undefined;
  private readonly now: () => number;

  constructor(private readonly settings: IssuerKeysSettings) {
    this.now = settings.now ?? (() => performance.now());
  }

  /** The key that a token's header names; rejects with an error of `jose` where the issuer has no such key. */
  async find(header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<CryptoKey> {
    if (!this.known || this.ageOf(this.known) >= this.settings.freshMs) await this.fetchAgain();
    try {
      return await this.usable().find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      return await this.findNew(header, token);
    }
  }

  /** The issuer may have a key that is newer than what is known of it. */
  private async findNew(header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<CryptoKey> {
    await this.fetchAgain();
    if (this.attempt?.failure !== undefined) throw this.unavailable();
    return await this.usable().find(header, token);
  }

  private usable(): KnownKeys {
    if (!this.known || this.ageOf(this.known) >= USABLE_MS) throw this.unavailable();
    return this.known;
  }

  private ageOf(known: KnownKeys): number {
    return this.now() - known.at;
  }

  /** Asks the issuer, unless it was asked a moment ago. Never rejects; what went wrong is in `attempt`. */
  private async fetchAgain(): Promise<void> {
    const pause = this.known ? PAUSE_MS : PAUSE_WITHOUT_KEYS_MS;
    if (!this.fetching && this.attempt && this.now() - this.attempt.at < pause) return;
    this.fetching ??= this.fetch().finally(() => (this.fetching = undefined));
    await this.fetching;
  }

  private async fetch(): Promise<void> {
    const at = this.now();
    try {
      const keys = await this.readKeys();
      this.known = { find: createLocalJWKSet(keys), at };
      this.attempt = { at: this.now(), failure: undefined };
    } catch (failure) {
      this.attempt = { at: this.now(), failure };
      const reason = failure instanceof Error ? failure.message : String(failure);
      this.settings.log.warn({ issuer: this.settings.issuer, reason }, 'the issuer’s keys could not be fetched');
    }
  }

  private async readKeys(): Promise<JSONWebKeySet> {
    const { keys } = await this.get(this.settings.jwksUrl ?? (await this.discover()));
    if (!Array.isArray(keys)) throw new Error('the issuer’s key set has no list "keys"');
    return { keys: keys as JSONWebKeySet['keys'] };
  }

  /** OpenID Connect Discovery 1.0, section 4. */
  private async discover(): Promise<string> {
    const { issuer } = this.settings;
    const document = await this.get(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    if (document['issuer'] !== issuer) throw new Error('the discovery document is of another issuer');
    const url = document['jwks_uri'];
    if (typeof url !== 'string' || !isHttpUrl(url)) throw new Error('the discovery document has no "jwks_uri"');
    if (issuer.startsWith('https:') && !url.startsWith('https:')) throw new Error('"jwks_uri" must be an https:// URL');
    return url;
  }

  private async get(url: string): Promise<Record<string, unknown>> {
    const { status, body } = await this.settings.client.send({ method: 'GET', url });
    if (status !== 200) throw new Error(`${url} answered ${status}`);
    if (typeof body !== 'object' || body === null) throw new Error(`${url} answered no JSON object`);
    return body as Record<string, unknown>;
  }

  private unavailable(): AppError {
    return new AppError('identity-unavailable', 'the issuer of tokens cannot be asked at the moment; try again', {
      retryable: true,
      cause: this.attempt?.failure,
    });
  }
}
