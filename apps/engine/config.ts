import { readCommonConfig, readPublicUrl } from '#configuration';
import type { CommonConfig, Environment } from '#configuration';

export interface EngineConfig extends CommonConfig {
  /** Steps that this engine has claimed and not yet committed, at most. */
  maxInFlight: number;
  /** A worker that has not renewed its heartbeat for so long has lost its leases. */
  leaseMs: number;
  sweepMs: number;
  /** What was published and not taken for so long is published again. */
  republishMs: number;
  /** A step that has not ended by then is aborted, and soon after given up. */
  actionTimeoutMs: number;
  /** The record of a deleted stack is removed after so long. */
  deletedStacksKeptDays: number;
  /** Nodes that are published or in a step, in the whole service and for one operation. */
  windowTotal: number;
  windowPerOperation: number;
  /** Absent: resources that take signals at a URL can't be made. */
  publicUrl: string | undefined;
  providerDatabaseUrl: string | undefined;
  providerRabbitmqManagementUrl: string | undefined;
  providerRabbitmqVhost: string;
  resourceTypeModules: readonly string[];
  failpoints: readonly string[];
}

const SECOND = 1_000;

/** Reads the engine's configuration; throws ConfigurationError with every fault found. */
export function loadConfig(environment: Environment): Readonly<EngineConfig> {
  const config = {
    ...readCommonConfig(environment, { databasePoolSize: 8 }),
    ...readTimings(environment),
    ...readProviders(environment),
    publicUrl: readPublicUrl(environment),
    maxInFlight: environment.integer('KILN_ENGINE_MAX_IN_FLIGHT', {
      description: 'steps that this engine works on at once, at most',
      default: 1_000,
      min: 1,
      max: 100_000,
    }),
    deletedStacksKeptDays: environment.integer('KILN_DELETED_STACKS_KEPT_DAYS', {
      description: 'how long the record of a deleted stack is kept, in days',
      default: 30,
      min: 0,
      max: 36_500,
    }),
    windowTotal: environment.integer('KILN_WINDOW_TOTAL', {
      description: 'nodes published or in a step in the whole service, shared evenly among projects',
      default: 8_000,
      min: 1,
    }),
    windowPerOperation: environment.integer('KILN_WINDOW_PER_OPERATION', {
      description: 'nodes published or in a step for one operation',
      default: 1_000,
      min: 1,
    }),
  };
  if (config.leaseMs < 3 * config.heartbeatMs)
    environment.problem('KILN_LEASE_MS must be at least three times KILN_HEARTBEAT_MS');
  return environment.finish(config);
}

function readTimings(
  environment: Environment,
): Pick<EngineConfig, 'leaseMs' | 'sweepMs' | 'republishMs' | 'actionTimeoutMs'> {
  return {
    leaseMs: environment.integer('KILN_LEASE_MS', {
      description: 'a worker whose heartbeat is older has lost its nodes',
      default: 15 * SECOND,
      min: 500,
    }),
    sweepMs: environment.integer('KILN_SWEEP_MS', {
      description: 'how often lost messages are looked for',
      default: SECOND,
      min: 50,
    }),
    republishMs: environment.integer('KILN_REPUBLISH_MS', {
      description:
        'what was published and not taken for so long is published again; 12 times as long while messages wait',
      default: 5 * SECOND,
      min: 100,
    }),
    actionTimeoutMs: environment.integer('KILN_ACTION_TIMEOUT_MS', {
      description: 'a step on one resource that takes longer is aborted',
      default: 600 * SECOND,
      min: 100,
    }),
  };
}

type ProviderKeys =
  | 'providerDatabaseUrl'
  | 'providerRabbitmqManagementUrl'
  | 'providerRabbitmqVhost'
  | 'resourceTypeModules'
  | 'failpoints';

function readProviders(environment: Environment): Pick<EngineConfig, ProviderKeys> {
  return {
    providerDatabaseUrl: environment.optionalText('KILN_PROVIDER_DATABASE_URL', {
      description:
        'the role that makes Kiln::PostgreSQL resources: with CREATEDB, no superuser, no access to Kiln’s database',
    }),
    providerRabbitmqManagementUrl: environment.optionalText('KILN_PROVIDER_RABBITMQ_MANAGEMENT_URL', {
      description: 'management API and user that make Kiln::RabbitMQ resources, as http://user:password@host:port',
    }),
    providerRabbitmqVhost: environment.text('KILN_PROVIDER_RABBITMQ_VHOST', {
      description: 'virtual host of Kiln::RabbitMQ resources',
      default: 'kiln-resources',
    }),
    resourceTypeModules: environment.list('KILN_RESOURCE_TYPE_MODULES', {
      description: 'modules with further resource types, between commas',
    }),
    failpoints: environment.list('KILN_FAILPOINTS', {
      description: 'places at which a test has the process die (name:n) or stop (name:n:stop)',
    }),
  };
}
