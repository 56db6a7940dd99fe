import type { Json } from '#contracts';
import { boundedSignal } from '../outside/bounded-signal';
import { decoded } from '../outside/decoded';
import { withoutCredentials } from '../outside/without-credentials';
import { mapOf, textOf } from '../property-values';
import type { RabbitmqProvider } from '../providers';
import { ResourceFailure } from '../resource-failure';
import type { Step } from '../resource-type';

/** All calls of a step together. */
const CALLS_MS = 7_000;

export interface ManagementReply {
  readonly status: number;
  readonly body: Json;
}

/**
 * RabbitMQ's management API with the provider's credentials, for one step: its calls together are bounded, and end
 * at the step's deadline (https://www.rabbitmq.com/docs/http-api-reference).
 */
export class ManagementApi {
  private readonly signal: AbortSignal;

  constructor(
    private readonly provider: RabbitmqProvider,
    private readonly deadline: AbortSignal,
  ) {
    this.signal = boundedSignal(deadline, CALLS_MS);
  }

  /** Throws ResourceFailure where the operator has configured no provider. */
  static of(step: Step): ManagementApi {
    if (step.providers.rabbitmq === undefined) {
      throw new ResourceFailure(
        'no RabbitMQ is configured for resources: the operator sets KILN_PROVIDER_RABBITMQ_MANAGEMENT_URL',
      );
    }
    return new ManagementApi(step.providers.rabbitmq, step.signal);
  }

  get vhost(): string {
    return this.provider.vhost;
  }

  /** `path` is one of the provider's vhost, its parts encoded. */
  queuePath(name: string): string {
    return `/api/queues/${encodeURIComponent(this.vhost)}/${encodeURIComponent(name)}`;
  }

  /**
   * Resolves with every answer that will not change by itself. A connection lost, a server that is overloaded or
   * in trouble, and a call that takes too long are retryable failures; the deadline is its own error.
   */
  async call(method: 'GET' | 'PUT' | 'DELETE', path: string, body?: Json): Promise<ManagementReply> {
    const { status, text, retryAfter } = await this.fetch(method, path, body);
    const reply = { status, body: parsed(text) };
    if (status < 500 && status !== 429) return reply;
    const seconds = Number(retryAfter);
    throw new ResourceFailure(this.describe(reply), {
      retryable: true,
      ...(seconds > 0 ? { retryAfterMs: seconds * 1_000 } : {}),
    });
  }

  /** What the server said, for a person to read. */
  describe({ status, body }: ManagementReply): string {
    const said = [mapOf(body)?.['error'], mapOf(body)?.['reason']].map(textOf).filter((word) => word !== undefined);
    const text = said.length === 0 ? `RabbitMQ answered ${status}` : `RabbitMQ answered ${status}: ${said.join(': ')}`;
    return withoutCredentials(text, this.provider.managementUrl);
  }

  private async fetch(
    method: string,
    path: string,
    body: Json | undefined,
  ): Promise<{ status: number; text: string; retryAfter: string | null }> {
    const { url, authorization } = this.target(path);
    try {
      const response = await fetch(url, {
        method,
        headers: { authorization, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: this.signal,
      });
      const text = await response.text();
      return { status: response.status, text, retryAfter: response.headers.get('retry-after') };
    } catch (cause) {
      this.deadline.throwIfAborted();
      const reason = withoutCredentials(reasonOf(cause), this.provider.managementUrl);
      throw new ResourceFailure(`RabbitMQ does not answer: ${reason}`, { retryable: true });
    }
  }

  // `fetch` takes no URL with credentials.
  private target(path: string): { url: string; authorization: string } {
    const base = URL.canParse(this.provider.managementUrl) ? new URL(this.provider.managementUrl) : undefined;
    if (base === undefined) {
      throw new ResourceFailure('KILN_PROVIDER_RABBITMQ_MANAGEMENT_URL is not a URL: the operator must mend it');
    }
    const credentials = `${decoded(base.username)}:${decoded(base.password)}`;
    return {
      url: `${base.origin}${base.pathname.replace(/\/$/, '')}${path}`,
      authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
    };
  }
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

// What `fetch` throws says only that it failed; the cause says why.
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
