import type { Environment } from '#configuration';
import { readJwtConfig } from './jwt/jwt-config';
import type { JwtConfig } from './jwt/jwt-config';

const BACK_ENDS = ['local', 'jwt'] as const;

/** Where tokens come from, with what that back end needs to know. */
export type AuthConfig = { kind: 'local' } | JwtConfig;

/** Reads which back end is chosen, and its settings; those of the others are read too, so that all are known. */
export function readAuthConfig(environment: Environment): AuthConfig {
  const kind = environment.word('KILN_AUTH', BACK_ENDS, {
    description: 'where tokens come from: local (Kiln’s own) or jwt (an OIDC issuer)',
    default: 'local',
  });
  const jwt = readJwtConfig(environment, kind === 'jwt');
  return kind === 'jwt' ? jwt : { kind };
}
