import type { Logger } from '#process';
import type { AuthConfig } from './auth-config';
import type { Authenticator } from './authenticator';
import { JsonClient } from './json-request';
import { IssuerKeys } from './jwt/issuer-keys';
import { JwtAuthenticator } from './jwt/jwt-authenticator';
import type { JwtConfig } from './jwt/jwt-config';
import { KeystoneAuthenticator } from './keystone/keystone-authenticator';
import { KeystoneClient } from './keystone/keystone-client';
import type { KeystoneConfig } from './keystone/keystone-config';
import { ServiceToken } from './keystone/service-token';
import { LocalAuthenticator } from './local-authenticator';
import type { TokenStore } from './token-store';

export interface OpenAuthenticator {
  authenticator: Authenticator;
  close: () => Promise<void>;
}

/** Well below what clients wait for. */
const TIMEOUT_MS = 5_000;
const ISSUER_CONNECTIONS = 2;
const KEYSTONE_CONNECTIONS = 8;

/** The back end that the configuration chooses. It asks nobody yet: what is away may come later. */
export function openAuthenticator(config: AuthConfig, tokens: TokenStore, log: Logger): OpenAuthenticator {
  switch (config.kind) {
    case 'local':
      return { authenticator: new LocalAuthenticator(tokens), close: () => Promise.resolve() };
    case 'jwt':
      return openJwt(config, log);
    case 'keystone':
      return openKeystone(config, log);
  }
}

function openJwt(config: JwtConfig, log: Logger): OpenAuthenticator {
  const { issuer, jwksUrl, keysSeconds } = config;
  warnOfPlainHttp(jwksUrl ?? issuer, log);
  const client = new JsonClient({ connections: ISSUER_CONNECTIONS, timeoutMs: TIMEOUT_MS });
  const keys = new IssuerKeys({ issuer, jwksUrl, freshMs: keysSeconds * 1_000, client, log });
  return { authenticator: new JwtAuthenticator(config, keys), close: () => client.close() };
}

function openKeystone({ url, login, roles, cacheSeconds }: KeystoneConfig, log: Logger): OpenAuthenticator {
  warnOfPlainHttp(url, log);
  const client = new JsonClient({ connections: KEYSTONE_CONNECTIONS, timeoutMs: TIMEOUT_MS });
  const keystone = new KeystoneClient({ url, client, service: new ServiceToken({ url, login, client, log }), log });
  return { authenticator: new KeystoneAuthenticator({ keystone, roles, cacheSeconds }), close: () => client.close() };
}

function warnOfPlainHttp(url: string, log: Logger): void {
  const { protocol, hostname } = new URL(url);
  if (protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)) return;
  log.warn({ url }, 'this is asked without TLS: whoever stands between can make anybody an admin');
}
