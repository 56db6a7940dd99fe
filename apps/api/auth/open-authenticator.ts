import type { Logger } from '#process';
import type { AuthConfig } from './auth-config';
import type { Authenticator } from './authenticator';
import { JsonClient } from './json-request';
import { IssuerKeys } from './jwt/issuer-keys';
import { JwtAuthenticator } from './jwt/jwt-authenticator';
import type { JwtConfig } from './jwt/jwt-config';
import { LocalAuthenticator } from './local-authenticator';
import type { TokenStore } from './token-store';

export interface OpenAuthenticator {
  authenticator: Authenticator;
  close: () => Promise<void>;
}

/** Well below what clients wait for. */
const ISSUER_TIMEOUT_MS = 5_000;
const ISSUER_CONNECTIONS = 2;

/** The back end that the configuration chooses. It asks nobody yet: what is away may come later. */
export function openAuthenticator(config: AuthConfig, tokens: TokenStore, log: Logger): OpenAuthenticator {
  switch (config.kind) {
    case 'local':
      return { authenticator: new LocalAuthenticator(tokens), close: () => Promise.resolve() };
    case 'jwt':
      return openJwt(config, log);
  }
}

function openJwt(config: JwtConfig, log: Logger): OpenAuthenticator {
  const { issuer, jwksUrl, keysSeconds } = config;
  warnOfPlainHttp(jwksUrl ?? issuer, log);
  const client = new JsonClient({ connections: ISSUER_CONNECTIONS, timeoutMs: ISSUER_TIMEOUT_MS });
  const keys = new IssuerKeys({ issuer, jwksUrl, freshMs: keysSeconds * 1_000, client, log });
  return { authenticator: new JwtAuthenticator(config, keys), close: () => client.close() };
}

function warnOfPlainHttp(url: string, log: Logger): void {
  const { protocol, hostname } = new URL(url);
  if (protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)) return;
  log.warn({ url }, 'this is asked without TLS: whoever stands between can make anybody an admin');
}
