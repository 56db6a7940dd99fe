import type { Environment } from '#configuration';

export interface TokensConfig {
  databaseUrl: string;
}

/** Reads the configuration of the command; throws ConfigurationError with every fault found. */
export function loadConfig(environment: Environment): Readonly<TokensConfig> {
  return environment.finish({
    databaseUrl: environment.text('DATABASE_URL', {
      description: 'PostgreSQL, as postgres://user:password@host:port/database',
    }),
  });
}
