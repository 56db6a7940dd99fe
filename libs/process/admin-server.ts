import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Registry, collectDefaultMetrics } from 'prom-client';

/** Name of what must be reachable → a probe that rejects where it is not. */
export type ReadinessChecks = Record<string, () => Promise<void>>;

export interface AdminServerSettings {
  host: string;
  /** 0: any free port. */
  port: number;
  checks: ReadinessChecks;
  metrics: Registry;
}

/** `/healthz`, `/readyz` and `/metrics` of one process, on an address of their own. */
export class AdminServer {
  private constructor(private readonly server: Server) {}

  static async start(settings: AdminServerSettings): Promise<AdminServer> {
    const server = createServer((request, response) => {
      void answer(request.url ?? '/', response, settings);
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(settings.port, settings.host, resolve);
    });
    return new AdminServer(server);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

/** A registry that already holds the process's own figures (CPU, memory, event loop). */
export function createMetrics(): Registry {
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  return metrics;
}

/** Runs every check; answers name → `ok` or the reason why not. */
export async function runChecks(checks: ReadinessChecks): Promise<{ ready: boolean; checks: Record<string, string> }> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      try {
        await check();
        return [name, 'ok'] as const;
      } catch {
        return [name, 'unreachable'] as const;
      }
    }),
  );
  return { ready: results.every(([, result]) => result === 'ok'), checks: Object.fromEntries(results) };
}

async function answer(url: string, response: ServerResponse, settings: AdminServerSettings): Promise<void> {
  switch (url.split('?')[0]) {
    case '/healthz':
      sendJson(response, 200, { status: 'alive' });
      return;
    case '/readyz': {
      const { ready, checks } = await runChecks(settings.checks);
      sendJson(response, ready ? 200 : 503, { status: ready ? 'ready' : 'not ready', checks });
      return;
    }
    case '/metrics':
      response.writeHead(200, { 'content-type': settings.metrics.contentType });
      response.end(await settings.metrics.metrics());
      return;
    default:
      sendJson(response, 404, { status: 'not found' });
  }
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
