import type { Environment } from '#configuration';
import { readJwtConfig } from './jwt/jwt-config';
import type { JwtConfig } from './jwt/jwt-config';
import { readKeystoneConfig } from './keystone/keystone-config';
import type { KeystoneConfig } from './keystone/keystone-config';

const BACK_ENDS = ['local', 'jwt', 'keystone'] as const;

/** Where tokens come from, with what that back end needs to know. */
export type AuthConfig = { kind: 'local' } | JwtConfig | KeystoneConfig;

/** Reads which back end is chosen, and its settings; those of the others are read too, so that all are known. */
export function readAuthConfig(environment: Environment): AuthConfig {
  const kind = environment.word('KILN_AUTH', BACK_ENDS, {
    description: 'where tokens come from: local (Kiln’s own), jwt (an OIDC issuer) or keystone (OpenStack’s)',
    default: 'local',
  });
  const jwt = readJwtConfig(environment, kind === 'jwt');
  const keystone = readKeystoneConfig(environment, kind === 'keystone');
  switch (kind) {
    case 'local':
      return { kind };
    case 'jwt':
      return jwt;
    case 'keystone':
      return keystone;
  }
}
