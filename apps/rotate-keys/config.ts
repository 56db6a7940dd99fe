import { readSecretKeys } from '#configuration';
import type { Environment } from '#configuration';
import type { KeyRing } from '#entities';

export interface RotateKeysConfig {
  databaseUrl: string;
  secretKeys: KeyRing;
}

/** Reads the configuration of the command; throws ConfigurationError with every fault found. */
export function loadConfig(environment: Environment): Readonly<RotateKeysConfig> {
  return environment.finish({
    databaseUrl: environment.text('DATABASE_URL', {
      description: 'PostgreSQL, as postgres://user:password@host:port/database',
    }),
    secretKeys: readSecretKeys(environment),
  });
}
