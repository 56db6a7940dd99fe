import type { Logger } from '#process';
import type { JsonAnswer, JsonClient } from '../json-request';
import { keystoneUnavailable } from './service-token';
import type { ServiceToken } from './service-token';
import { readTokenFacts } from './token-facts';
import type { TokenFacts } from './token-facts';

/** What a header can carry, and no longer than Keystone's usual servers take. */
const TOKEN = /^[\x21-\x7e]{1,3500}$/;

export interface KeystoneClientSettings {
  /** Of the Identity API, with its version. */
  url: string;
  client: JsonClient;
  /** Kiln's own token. */
  service: ServiceToken;
  log: Logger;
}

/** Keystone's validation of tokens (Identity API v3, `GET /v3/auth/tokens`). */
export class KeystoneClient {
  constructor(private readonly settings: KeystoneClientSettings) {}

  /**
   * `undefined`: Keystone knows no such token, or it has ended or was revoked. Rejects with AppError
   * `identity-unavailable` where Keystone can't say.
   */
  async validate(token: string): Promise<TokenFacts | undefined> {
    if (!TOKEN.test(token)) return undefined;
    const { service } = this.settings;
    const own = await service.get();
    let answer = await this.ask(token, own);
    if (answer.status === 401) {
      service.forget(own);
      answer = await this.ask(token, await service.get());
    }
    return this.read(answer);
  }

  /**
   * Nothing is said of access rules (`OpenStack-Identity-Access-Rules`), so Keystone knows no application credential's
   * token that is limited by some: Kiln would not heed them.
   */
  private async ask(token: string, own: string): Promise<JsonAnswer> {
    const { url, client } = this.settings;
    const headers = { 'x-auth-token': own, 'x-subject-token': token };
    try {
      return await client.send({ method: 'GET', url: `${url}/auth/tokens?nocatalog`, headers });
    } catch (error) {
      throw keystoneUnavailable(error);
    }
  }

  private read({ status, body }: JsonAnswer): TokenFacts | undefined {
    if (status === 404) return undefined;
    if (status === 401 || status === 403) {
      this.settings.log.error(
        { status },
        'Kiln’s user may not validate tokens at Keystone: give it the role admin or service',
      );
    }
    const facts = status === 200 ? readTokenFacts(body) : undefined;
    if (!facts) throw keystoneUnavailable(new Error(`Keystone answered ${status} when it was asked about a token`));
    return facts;
  }
}
