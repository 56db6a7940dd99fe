import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Json } from '#contracts';
import { BEHAVIOUR_HEADER, Behaviours, readBehaviour } from './behaviour';
import type { Behaviour } from './behaviour';
import { Cloud } from './cloud';

/** One request that came in, as the log has it. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly key: string | null;
}

interface Reply {
  readonly status: number;
  readonly body?: Json;
}

interface Request {
  readonly method: string;
  readonly url: URL;
  readonly key: string | null;
  readonly body: Json;
  readonly behaviour: Behaviour;
}

/**
 * The stand-in for a cloud, over HTTP:
 *
 * - `POST /servers` `{size}` (`Idempotency-Key`: 201 with a new id, or 200 with the key's; 410 for a deleted key)
 * - `GET /servers`, `GET /servers/{id}`, `DELETE /servers/{id}`, `DELETE /servers?key=…` (404: there is none)
 * - `GET /calls`: the log of all requests for servers
 * - `PUT /behaviour`: how to misbehave from now on, for every create and delete. A single request says it for
 *   itself in the header `cloud-behaviour`, counted for each key.
 *
 * What a client that went away has asked for is done all the same.
 */
export class CloudServerProcess {
  readonly cloud = new Cloud();
  readonly calls: Call[] = [];
  private readonly behaviours = new Behaviours();
  private readonly server: Server = createServer((request, response) => void this.serve(request, response));

  /** Port 0: any free one. Loopback only. Resolves with the URL. */
  async listen(port = 0): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Cuts what is open. */
  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  /** As `PUT /behaviour`. */
  behave(behaviour: Behaviour): void {
    this.behaviours.setGlobal(behaviour);
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    let request: Request;
    try {
      request = await readRequest(incoming);
    } catch {
      send(response, { status: 400, body: { error: 'not JSON' } });
      return;
    }
    if (request.url.pathname.startsWith('/servers')) await this.serveServers(request, response);
    else send(response, this.steer(request));
  }

  private async serveServers(request: Request, response: ServerResponse): Promise<void> {
    const { method, url, key } = request;
    this.calls.push({ method, path: `${url.pathname}${url.search}`, key });
    if (method === 'GET') {
      send(response, this.read(url));
      return;
    }
    const subject = `${method} ${key ?? url.searchParams.get('key') ?? url.pathname}`;
    const verdict = this.behaviours.judge(subject, request.behaviour);
    if (verdict.delayMs > 0) await wait(verdict.delayMs, undefined, { ref: false });
    if (verdict.failWith !== undefined) {
      send(response, { status: verdict.failWith, body: { error: 'told to fail' } });
      return;
    }
    const reply = method === 'POST' ? this.create(request) : this.delete(request);
    if (verdict.loseAnswer) response.destroy();
    else send(response, reply);
  }

  private create({ key, body }: Request): Reply {
    const size = (body as { size?: Json } | null)?.size;
    const creation = this.cloud.create(key, typeof size === 'string' ? size : 'small');
    if (creation.kind === 'over') return { status: 410, body: { error: `what ${key} made was deleted` } };
    return { status: creation.kind === 'made' ? 201 : 200, body: { ...creation.server } };
  }

  private read(url: URL): Reply {
    if (url.pathname === '/servers') {
      return { status: 200, body: { servers: this.cloud.living().map((server) => ({ ...server })) } };
    }
    const server = this.cloud.find(idOf(url));
    return server === undefined ? NOT_FOUND : { status: 200, body: { ...server } };
  }

  private delete({ method, url }: Request): Reply {
    if (method !== 'DELETE') return { status: 405 };
    const key = url.searchParams.get('key');
    const deleted = key === null ? this.cloud.delete(idOf(url)) : this.cloud.deleteByKey(key);
    return deleted ? { status: 204 } : NOT_FOUND;
  }

  private steer({ method, url, body }: Request): Reply {
    if (method === 'PUT' && url.pathname === '/behaviour') {
      this.behave(readBehaviour(body));
      return { status: 204 };
    }
    if (method === 'GET' && url.pathname === '/calls') {
      return { status: 200, body: { calls: this.calls.map((call) => ({ ...call })) } };
    }
    return NOT_FOUND;
  }
}

const NOT_FOUND: Reply = { status: 404, body: { error: 'no such thing' } };

function idOf(url: URL): string {
  return decodeURIComponent(url.pathname.slice('/servers/'.length));
}

async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const behaviour = incoming.headers[BEHAVIOUR_HEADER];
  const key = incoming.headers['idempotency-key'];
  return {
    method: incoming.method ?? 'GET',
    url: new URL(incoming.url ?? '/', 'http://cloud'),
    key: typeof key === 'string' ? key : null,
    body: text === '' ? null : (JSON.parse(text) as Json),
    behaviour: typeof behaviour === 'string' ? readBehaviour(JSON.parse(behaviour) as Json) : {},
  };
}

function send(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
