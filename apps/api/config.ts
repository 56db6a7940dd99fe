import { readCommonConfig, readPublicUrl } from '#configuration';
import type { CommonConfig, Environment } from '#configuration';
import { isProjectId } from '#contracts';
import { DEFAULT_LIMITS } from '#template';
import { readAuthConfig } from './auth/auth-config';
import type { AuthConfig } from './auth/auth-config';
import type { RateLimitSettings } from './edge/rate-limit';

export interface Quotas {
  /** Living stacks in a project. */
  stacks: number;
  /** Resources in a stack and those nested in it. */
  resources: number;
  /** How deep nested stacks may stand in each other. */
  nestedDepth: number;
  templateBytes: number;
  /** Subscriptions in a project. */
  subscriptions: number;
}

export interface ApiConfig extends CommonConfig {
  host: string;
  /** 0: any free port. */
  port: number;
  /** What links begin with; absent: what the request names as its host. */
  publicUrl: string | undefined;
  /** How long connections that are idle are kept when the process is told to stop. */
  drainMs: number;
  auth: AuthConfig;
  /** With local tokens: one with the role admin that is there from the start. */
  token: string | undefined;
  tokenProject: string;
  /** For each project; absent: there is none. */
  rateLimit: RateLimitSettings | undefined;
  quotas: Quotas;
  resourceTypeModules: readonly string[];
  /** Threads on which large templates are checked. */
  checkThreads: number;
}

/** Reads the api's configuration; throws ConfigurationError with every fault found. */
export function loadConfig(environment: Environment): Readonly<ApiConfig> {
  return environment.finish({
    ...readCommonConfig(environment, { databasePoolSize: 10 }),
    ...readAddress(environment),
    auth: readAuthConfig(environment),
    ...readToken(environment),
    rateLimit: readRateLimit(environment),
    quotas: readQuotas(environment),
    resourceTypeModules: environment.list('KILN_RESOURCE_TYPE_MODULES', {
      description: 'modules with further resource types, between commas',
    }),
    checkThreads: environment.integer('KILN_CHECK_THREADS', {
      description: 'threads on which templates over 64 KiB are checked',
      default: 1,
      min: 1,
      max: 64,
    }),
  });
}

function readAddress(environment: Environment): Pick<ApiConfig, 'host' | 'port' | 'publicUrl' | 'drainMs'> {
  return {
    host: environment.text('KILN_API_HOST', { description: 'address that clients reach', default: '127.0.0.1' }),
    port: environment.integer('KILN_API_PORT', {
      description: 'port that clients reach',
      default: 8004,
      max: 65_535,
    }),
    publicUrl: readPublicUrl(environment),
    drainMs: environment.integer('KILN_API_DRAIN_MS', {
      description: 'how long, when it is told to stop, idle connections are kept so that no request on them is lost',
      default: 1_000,
      max: 5_000,
    }),
  };
}

function readToken(environment: Environment): Pick<ApiConfig, 'token' | 'tokenProject'> {
  const token = environment.optionalText('KILN_TOKEN', {
    description: 'a token with the role admin, 32 characters at least; `openssl rand -hex 32` makes one',
    secret: true,
  });
  // What a header can't carry could never be sent.
  if (token !== undefined && !/^[\x21-\x7e]{32,512}$/.test(token)) {
    environment.problem('KILN_TOKEN must be 32 to 512 visible ASCII characters');
  }
  const tokenProject = environment.text('KILN_TOKEN_PROJECT', {
    description: 'project of KILN_TOKEN',
    default: 'default',
  });
  if (!isProjectId(tokenProject)) {
    environment.problem('KILN_TOKEN_PROJECT must be 1 to 64 letters, digits, "_" or "-"');
  }
  return { token, tokenProject };
}

function readRateLimit(environment: Environment): RateLimitSettings | undefined {
  const perMinute = environment.integer('KILN_RATE_LIMIT_PER_MINUTE', {
    description: 'requests a minute that a project may send to each api in the long run; 0: as many as it likes',
    default: 0,
    max: 10_000_000,
  });
  const burst = environment.integer('KILN_RATE_LIMIT_BURST', {
    description: 'with KILN_RATE_LIMIT_PER_MINUTE: requests that a project may send at once',
    default: 100,
    min: 1,
    max: 1_000_000,
  });
  return perMinute === 0 ? undefined : { perMinute, burst };
}

function readQuotas(environment: Environment): Quotas {
  return {
    stacks: environment.integer('KILN_QUOTA_STACKS', {
      description: 'stacks that a project may have',
      default: 10_000,
    }),
    resources: environment.integer('KILN_QUOTA_RESOURCES', {
      description: 'resources that a stack may have, with those nested in it',
      default: DEFAULT_LIMITS.treeResources,
    }),
    nestedDepth: environment.integer('KILN_QUOTA_NESTED_DEPTH', {
      description: 'how deep nested stacks may stand in each other',
      default: DEFAULT_LIMITS.nestedDepth,
      max: 100,
    }),
    templateBytes: environment.integer('KILN_QUOTA_TEMPLATE_BYTES', {
      description: 'bytes that a template may have',
      default: DEFAULT_LIMITS.templateBytes,
      max: DEFAULT_LIMITS.templateBytes,
    }),
    subscriptions: environment.integer('KILN_QUOTA_SUBSCRIPTIONS', {
      description: 'subscriptions that a project may have',
      default: 1_000,
    }),
  };
}
