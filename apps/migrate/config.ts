import type { Environment } from '#configuration';

export interface MigrateConfig {
  databaseUrl: string;
}

/** Reads the configuration of a migration; throws ConfigurationError with every fault found. */
export function loadConfig(environment: Environment): Readonly<MigrateConfig> {
  return environment.finish({
    databaseUrl: environment.text('DATABASE_URL', {
      description: 'PostgreSQL, as postgres://user:password@host:port/database',
    }),
  });
}
