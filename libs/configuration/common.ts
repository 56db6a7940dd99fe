import type { Environment } from './environment';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What every process needs. */
export interface CommonConfig {
  databaseUrl: string;
  databasePoolSize: number;
  rabbitmqUrl: string;
  /** The first seals, all of them open. */
  secretKeys: readonly [Buffer, ...Buffer[]];
  logLevel: LogLevel;
  adminHost: string;
  /** 0: any free port. */
  adminPort: number;
  heartbeatMs: number;
}

/** The keys of the sealed columns; see docs/secret-keys.md. */
export function readSecretKeys(environment: Environment): CommonConfig['secretKeys'] {
  return environment.keys(
    'KILN_SECRET_KEY',
    32,
    'seals hidden parameters in the database; `openssl rand -base64 32` makes one. Further ones, behind a comma, only read',
  );
}

export function readCommonConfig(environment: Environment, defaults: { databasePoolSize: number }): CommonConfig {
  return {
    databaseUrl: environment.text('DATABASE_URL', {
      description: 'PostgreSQL, as postgres://user:password@host:port/database',
    }),
    databasePoolSize: environment.integer('KILN_DATABASE_POOL_SIZE', {
      description: 'connections to PostgreSQL that this process opens at most',
      default: defaults.databasePoolSize,
      min: 2,
      max: 200,
    }),
    rabbitmqUrl: environment.text('RABBITMQ_URL', { description: 'RabbitMQ, as amqp://user:password@host:port/vhost' }),
    secretKeys: readSecretKeys(environment),
    logLevel: environment.word('KILN_LOG_LEVEL', LOG_LEVELS, {
      description: 'least level that is logged',
      default: 'info',
    }),
    adminHost: environment.text('KILN_ADMIN_HOST', {
      description: 'address of /healthz, /readyz and /metrics',
      default: '127.0.0.1',
    }),
    adminPort: environment.integer('KILN_ADMIN_PORT', {
      description: 'port of the admin address; 0 takes any free one',
      default: 0,
      max: 65_535,
    }),
    heartbeatMs: environment.integer('KILN_HEARTBEAT_MS', {
      description: 'how often a process says that it is alive',
      default: 2_000,
      min: 50,
      max: 5_000,
    }),
  };
}

/** What links and the URLs of signals begin with, without a slash at its end. */
export function readPublicUrl(environment: Environment): string | undefined {
  const publicUrl = environment.optionalText('KILN_API_PUBLIC_URL', {
    description:
      'what links begin with where clients see another address than the api’s, as https://kiln.example; ' +
      'engines need it for the URLs of signals',
  });
  if (publicUrl !== undefined && !/^https?:\/\/[^\s?#]+$/.test(publicUrl)) {
    environment.problem('KILN_API_PUBLIC_URL must be an http:// or https:// URL without query');
  }
  return publicUrl?.replace(/\/+$/, '');
}
