/**
 * The operator's credentials for the servers that resource types act on. Never Kiln's own: a template must not
 * reach Kiln's tables and queues. What is absent was not configured; types that need it say so.
 */
export interface Providers {
  readonly database?: DatabaseProvider;
  readonly rabbitmq?: RabbitmqProvider;
  /** What the URLs of signals begin with, without a slash at its end. */
  readonly publicUrl?: string;
}

export interface DatabaseProvider {
  /** `postgres://user:password@host:port/database`: a role with CREATEDB and without superuser. */
  readonly url: string;
}

export interface RabbitmqProvider {
  /** `http://user:password@host:port`: the management API; the user may configure queues in `vhost`. */
  readonly managementUrl: string;
  readonly vhost: string;
}
