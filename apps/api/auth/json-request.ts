import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';

const ANSWER_BYTES = 1024 * 1024;
const IDLE_MS = 15_000;

export interface JsonRequest {
  method: 'GET' | 'POST';
  url: string;
  headers?: OutgoingHttpHeaders;
  body?: unknown;
}

export interface JsonAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  /** `undefined` where the answer is no JSON. */
  body: unknown;
}

export interface JsonClientSettings {
  /** Connections at once, at most; who comes when all are in use waits. */
  connections: number;
  /** For all of a request, also the waiting for a connection. */
  timeoutMs: number;
}

/**
 * Asks a service that tells who somebody is. Everything is bounded: connections, time, the size of an answer. Redirects
 * are answers like any other and not followed. Rejects where there is no answer.
 */
export class JsonClient {
  private readonly agents: { http: HttpAgent; https: HttpsAgent };

  constructor(private readonly settings: JsonClientSettings) {
    const options = { keepAlive: true, maxSockets: settings.connections, timeout: IDLE_MS };
    this.agents = { http: new HttpAgent(options), https: new HttpsAgent(options) };
  }

  async send(request: JsonRequest): Promise<JsonAnswer> {
    const signal = AbortSignal.timeout(this.settings.timeoutMs);
    const response = await this.exchange(request, signal);
    return { status: response.statusCode ?? 0, headers: response.headers, body: parse(await readAll(response)) };
  }

  private exchange(request: JsonRequest, signal: AbortSignal): Promise<IncomingMessage> {
    const { method, url, headers = {}, body } = request;
    const text = body === undefined ? undefined : JSON.stringify(body);
    const sent = {
      accept: 'application/json',
      ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      ...headers,
    };
    return new Promise<IncomingMessage>((resolve, reject) => {
      const options = { method, headers: sent, signal };
      const exchange = url.startsWith('https:')
        ? requestHttps(url, { ...options, agent: this.agents.https }, resolve)
        : requestHttp(url, { ...options, agent: this.agents.http }, resolve);
      exchange.once('error', (error) => {
        // The service closed a connection that was idle, just as it was to be used again: it has read nothing of this.
        if (exchange.reusedSocket && isReset(error)) resolve(this.exchange(request, signal));
        else reject(error);
      });
      exchange.end(text);
    });
  }

  close(): Promise<void> {
    this.agents.http.destroy();
    this.agents.https.destroy();
    return Promise.resolve();
  }
}

function isReset(error: Error): boolean {
  return 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}

async function readAll(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > ANSWER_BYTES) throw new Error(`an answer is larger than ${ANSWER_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
