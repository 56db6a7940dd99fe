import { ArgumentsHost, Catch, ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '#process';
import { pathOf } from '../edge/request-path';
import { LOGGER } from '../platform/tokens';
import { PROBLEM_CONTENT_TYPE, Problem, renderProblem } from './problem';
import { toProblem } from './to-problem';

/** Answers whatever was thrown, by a handler or before one was reached, as problem+json. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = toProblem(error);
    this.note(problem, request);
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    // Fastify would close the connection under a client that still sends; then it might never read the answer.
    if (problem.status === 413) reply.removeHeader('connection');
    void reply
      .code(problem.status)
      // Where not even a route was looked for, nobody has named the request yet.
      .headers({ 'x-openstack-request-id': request.id, 'content-type': PROBLEM_CONTENT_TYPE, ...problem.facts.headers })
      .send(renderProblem(problem, { instance: pathOf(request.url), requestId: request.id }));
  }

  /** A 500 is a bug and needs a person; a 503 heals itself; the rest is the client's. */
  private note(problem: Problem, request: FastifyRequest): void {
    const fields = { request_id: request.id, err: problem.cause };
    if (problem.status === 500) this.log.error(fields, 'a request failed');
    else if (problem.status === 503) this.log.warn(fields, 'a request could not be served');
  }
}
