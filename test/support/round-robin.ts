import { Agent, request } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { checkAnswer } from './contract/check-answer';

export interface Sent {
  method: string;
  path: string;
  body?: object;
  headers?: Record<string, string>;
}

export interface Received {
  status: number;
  body: unknown;
}

/**
 * A client of several apis in turn, over connections that it keeps. It sends a request again, to the next one, where no
 * process can have had it: the connection was refused, or it was a new one that the kernel had taken in and reset before
 * the process did. Whatever else goes wrong, as on a connection that was kept, is thrown: that request is lost.
 */
export class RoundRobin {
  /** How often each api answered, by its port. */
  readonly answered = new Map<number, number>();
  refused = 0;
  private readonly agent: Agent;
  private turn = 0;

  constructor(
    private readonly ports: readonly number[],
    private readonly token: string,
    connections: number,
  ) {
    // In the order in which they came free, so that none is idle for long.
    this.agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  }

  async send(sent: Sent): Promise<Received> {
    const first = this.turn++;
    let refusal: unknown;
    for (let next = first; next < first + this.ports.length; next += 1) {
      const port = this.ports[next % this.ports.length]!;
      try {
        const received = await this.sendTo(port, sent);
        this.answered.set(port, (this.answered.get(port) ?? 0) + 1);
        return received;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        this.refused += 1;
        refusal = error;
      }
    }
    throw new Error('every api refuses connections', { cause: refusal });
  }

  close(): void {
    this.agent.destroy();
  }

  private sendTo(port: number, { method, path, body, headers = {} }: Sent): Promise<Received> {
    const text = body === undefined ? '' : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const call = request({
        ...{ agent: this.agent, host: '127.0.0.1', port, method, path },
        headers: {
          'x-auth-token': this.token,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          'content-length': Buffer.byteLength(text),
          ...headers,
        },
      });
      call.on('error', (cause) => reject(faultOf(call, cause)));
      call.on('response', (response) => {
        read(response).then((answer) => {
          checkAnswer({ method, url: path, ...answer });
          resolve({ status: answer.status, body: JSON.parse(answer.text) as unknown });
        }, reject);
      });
      call.end(text);
    });
  }
}

class Refused extends Error {}

function faultOf(call: ClientRequest, cause: NodeJS.ErrnoException): Error {
  const isRefused = cause.code === 'ECONNREFUSED' || (cause.code === 'ECONNRESET' && !call.reusedSocket);
  if (isRefused) return new Refused(cause.message, { cause });
  const connection = call.reusedSocket ? 'a connection that was kept' : 'a new connection';
  return new Error(`${call.method} ${call.path} was lost on ${connection}: ${cause.message}`, { cause });
}

async function read(response: IncomingMessage): Promise<{ status: number; headers: Headers; text: string }> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  const headers = new Headers(Object.entries(response.headers).map(([name, value]) => [name, String(value)]));
  return { status: response.statusCode ?? 0, headers, text: Buffer.concat(parts).toString('utf8') };
}
