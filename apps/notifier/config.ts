import { readCommonConfig } from '#configuration';
import type { CommonConfig, Environment } from '#configuration';
import type { LogRetention } from '#messaging';

export interface NotifierConfig extends CommonConfig {
  /** A notifier whose heartbeat is older has lost its partitions. */
  leaseMs: number;
  /** How often the outbox is looked at without a nudge, and the partitions are shared out. */
  lookMs: number;
  /** How often it is looked at what the retained log has dropped. */
  expiryMs: number;
  retention: LogRetention;
  failpoints: readonly string[];
}

const SECOND = 1_000;
const MEGABYTE = 1_000_000;

/** Reads the notifier's configuration; throws ConfigurationError with every fault found. */
export function loadConfig(environment: Environment): Readonly<NotifierConfig> {
  const config = {
    ...readCommonConfig(environment, { databasePoolSize: 6 }),
    ...readTimings(environment),
    retention: readRetention(environment),
    failpoints: environment.list('KILN_FAILPOINTS', {
      description: 'places at which a test has the process die (name:n) or stop (name:n:stop)',
    }),
  };
  if (config.leaseMs < 3 * config.heartbeatMs)
    environment.problem('KILN_LEASE_MS must be at least three times KILN_HEARTBEAT_MS');
  return environment.finish(config);
}

function readTimings(environment: Environment): Pick<NotifierConfig, 'leaseMs' | 'lookMs' | 'expiryMs'> {
  return {
    leaseMs: environment.integer('KILN_LEASE_MS', {
      description: 'a worker whose heartbeat is older has lost its nodes',
      default: 15 * SECOND,
      min: 500,
    }),
    lookMs: environment.integer('KILN_NOTIFIER_LOOK_MS', {
      description: 'how often the outbox is looked at without being asked to',
      default: SECOND,
      min: 50,
      max: 60 * SECOND,
    }),
    expiryMs: environment.integer('KILN_NOTIFIER_EXPIRY_MS', {
      description: 'how often the index forgets what the retained log has dropped',
      default: 60 * SECOND,
      min: 100,
    }),
  };
}

function readRetention(environment: Environment): LogRetention {
  const retention = {
    maxBytes: environment.integer('KILN_LOG_MAX_BYTES', {
      description: 'size of one of the 16 partitions of the retained log; whole segments are dropped beyond it',
      default: 1_000 * MEGABYTE,
      min: 1_000,
    }),
    maxAge: environment.text('KILN_LOG_MAX_AGE', {
      description: 'age at which segments of the retained log are dropped, as 7D or 12h',
      default: '7D',
    }),
    segmentBytes: environment.integer('KILN_LOG_SEGMENT_BYTES', {
      description: 'size of a segment of the retained log',
      default: 50 * MEGABYTE,
      min: 1_000,
    }),
  };
  if (!/^[1-9]\d{0,5}[YMDhms]$/.test(retention.maxAge))
    environment.problem(`KILN_LOG_MAX_AGE is "${retention.maxAge}": give a number and one of Y, M, D, h, m, s`);
  if (retention.segmentBytes > retention.maxBytes)
    environment.problem('KILN_LOG_SEGMENT_BYTES must not be above KILN_LOG_MAX_BYTES');
  return retention;
}
