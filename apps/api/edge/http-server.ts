import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM_CONTENT_TYPE, Problem, renderProblem } from '../problems/problem';

const MEBIBYTE = 1024 * 1024;
const BODY_BYTES = 10 * MEBIBYTE;
const PARAMETER_CHARACTERS = 2_048;
const KEEP_ALIVE_MS = 72_000;
const REQUEST_MS = 120_000;

/** A Fastify server that names requests, takes bodies as bytes, and answers in problem+json where no route is reached. */
export function createAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_BYTES,
    routerOptions: { maxParamLength: PARAMETER_CHARACTERS, ignoreTrailingSlash: true },
    genReqId: (raw: object) => nameRequest(raw),
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: REQUEST_MS,
    // While the server stops, what still comes over open connections is answered as ever.
    return503OnClosing: false,
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      answerUnroutable(request, reply),
    clientErrorHandler: (_error: unknown, socket: Socket) => answerUnreadable(socket),
  });
}

/** The logger reads the name off the raw request. */
function nameRequest(raw: object): string {
  const id = `req-${randomUUID()}`;
  Reflect.set(raw, 'id', id);
  return id;
}

const JSON_IN_UTF8 = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

/** Takes JSON bodies as they come: they are read where they are checked, which may be on another thread. */
export function takeJsonAsBytes(adapter: FastifyAdapter): void {
  const instance = adapter.getInstance();
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser<Buffer>(JSON_IN_UTF8, { parseAs: 'buffer' }, (request, body, done) => {
    const encoding = request.headers['content-encoding'] ?? 'identity';
    if (encoding.toLowerCase() === 'identity') done(null, body);
    else done(new Problem({ code: 'unsupported-media-type', detail: 'send the body without Content-Encoding' }));
  });
}

/** A path with broken percent-encoding names nothing. */
function answerUnroutable(request: FastifyRequest, reply: FastifyReply): void {
  const problem = new Problem({ code: 'not-found', detail: 'there is nothing at this path: its encoding is broken' });
  const body = renderProblem(problem, { instance: '/', requestId: request.id });
  const headers = { 'content-type': PROBLEM_CONTENT_TYPE, 'x-openstack-request-id': request.id };
  void reply.code(problem.status).headers(headers).send(body);
}

/** What came is no HTTP request, or too large a one: there is no request yet that could be answered otherwise. */
function answerUnreadable(socket: Socket): void {
  if (!socket.writable) return;
  const requestId = `req-${randomUUID()}`;
  const problem = new Problem({ code: 'malformed-request', detail: 'this is no HTTP request that Kiln can read' });
  const body = renderProblem(problem, { instance: '/', requestId });
  const head = [
    'HTTP/1.1 400 Bad Request',
    `Content-Type: ${PROBLEM_CONTENT_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Openstack-Request-Id: ${requestId}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
