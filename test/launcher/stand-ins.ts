import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Stand-ins for Kiln's processes, as far as the launcher sees them: they answer `/readyz`, and the api knows one stack
 * whose resources move a step with each look.
 */
export interface StandInEnvironment {
  KILN_ADMIN_PORT?: string;
  KILN_API_PORT?: string;
  KILN_TOKEN?: string;
  /** The status that the stack ends in. */
  STAND_IN_STATUS?: string;
}

const RESOURCES = ['queue', 'database'];
const STATES = ['INIT COMPLETE', 'CREATE IN_PROGRESS', 'CREATE COMPLETE'];

/** Serves `/readyz` on the admin address. */
export function standInProcess(env: StandInEnvironment): void {
  listen(env.KILN_ADMIN_PORT, (_request, response) => sendJson(response, 200, { status: 'ready' }));
}

/** Serves the stack `hello`: made by a POST, settled after a few looks. */
export function standInApi(env: StandInEnvironment): void {
  standInProcess(env);
  const stack = new StandInStack(env.STAND_IN_STATUS ?? 'COMPLETE');
  listen(env.KILN_API_PORT, (request, response) => {
    if (request.headers['x-auth-token'] !== env.KILN_TOKEN) sendJson(response, 401, { title: 'Unauthorized' });
    else void readJson(request).then((body) => sendJson(response, 200, stack.answer(request, body)));
  });
}

class StandInStack {
  private name: string | undefined;
  private looks = 0;

  constructor(private readonly end: string) {}

  answer({ method, url = '' }: IncomingMessage, body: Record<string, unknown>): object {
    if (method === 'POST') this.name = String(body['stack_name']);
    if (url.includes('?name=')) return { stacks: this.name === undefined ? [] : [this.view()] };
    if (url.includes('/resources')) return { resources: resources(this.looks) };
    if (method === 'GET') this.looks += 1;
    return { stack: this.view() };
  }

  private view(): object {
    const isSettled = this.looks > RESOURCES.length + STATES.length;
    return stackOf(this.name ?? '', isSettled ? this.end : 'IN_PROGRESS');
  }
}

function stackOf(name: string, status: string): object {
  return {
    id: '5d1c4a8e-0c1d-4f44-9b5e-0e8a3a3f9b11',
    stack_name: name,
    action: 'CREATE',
    status,
    status_reason: status === 'FAILED' ? 'queue: the broker said no' : null,
    outputs: [
      { output_key: 'message', output_value: 'Hello from afar' },
      { output_key: 'numbers', output_value: [1, 2] },
    ],
  };
}

function resources(looks: number): object[] {
  return RESOURCES.map((resource_name, index) => {
    const [action, status] = (STATES[Math.min(Math.max(looks - index, 0), STATES.length - 1)] ?? '').split(' ');
    return { resource_name, resource_type: 'Stand::In', action, status, status_reason: null };
  });
}

function listen(port: string | undefined, answer: (request: IncomingMessage, response: ServerResponse) => void): void {
  createServer(answer).listen(Number(port), '127.0.0.1');
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
