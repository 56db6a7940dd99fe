import './fastify-types';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { InvariantError } from '#contracts';
import type { Role } from '#contracts';
import type { Authenticator } from '../auth/authenticator';
import { isAtLeast } from '../auth/caller';
import type { Caller } from '../auth/caller';
import { tokenIn } from '../auth/token';
import { Problem } from '../problems/problem';
import { KnownRoutes } from './known-routes';
import type { RateLimit } from './rate-limit';
import { barePath, hasEmptyPart } from './request-path';

/** Who lets requests in. */
export interface Guards {
  authenticator: Authenticator;
  /** Absent: projects may ask as often as they like. */
  rateLimit: RateLimit | undefined;
}

/** Nobody knows yet who sends it when it is read. */
const PUBLIC_BODY_BYTES = 65_536;

/**
 * What every request passes before a byte of its body is read: its id, the path, the method, the credentials, the rate.
 * Set up before the first route; answers the routes, which fill as they are registered.
 */
export function guardEdge(instance: FastifyInstance, guards: Guards): KnownRoutes {
  const routes = new KnownRoutes();
  instance.decorateRequest('caller', null);
  instance.addHook('onRoute', (route) => {
    const access = route.config?.access;
    if (!access) throw new InvariantError(`nobody said who may use ${route.url}`);
    routes.add([route.method].flat(), route.url, access);
    if (access === 'public') route.bodyLimit = PUBLIC_BODY_BYTES;
  });
  instance.addHook('onRequest', async (request, reply) => {
    reply.header('x-openstack-request-id', request.id);
    if (request.is404 || hasEmptyPart(request.url)) return answerUnrouted(routes, request, reply);
    const access = request.routeOptions.config.access ?? 'admin';
    if (access !== 'public') request.caller = await admit(guards, request, access);
    return undefined;
  });
  return routes;
}

async function admit({ authenticator, rateLimit }: Guards, request: FastifyRequest, role: Role): Promise<Caller> {
  const token = tokenIn(request.headers);
  if (token === undefined) {
    throw notAuthenticated('send a token in X-Auth-Token or as Authorization: Bearer', 'Bearer realm="kiln"');
  }
  const caller = await authenticator.authenticate(token);
  if (!caller) {
    const challenge = 'Bearer realm="kiln", error="invalid_token"';
    throw notAuthenticated('the token is not known here or has expired', challenge);
  }
  if (rateLimit) keepRate(rateLimit, caller.project);
  if (isAtLeast(caller, role)) return caller;
  throw new Problem({ code: 'not-allowed', detail: `this needs the role ${role} or a higher one` });
}

function keepRate(rateLimit: RateLimit, project: string): void {
  const seconds = rateLimit.take(project);
  if (seconds === 0) return;
  const detail = 'the project sends more requests than it may: try again after the seconds that Retry-After says';
  throw new Problem({ code: 'rate-limited', detail, headers: { 'retry-after': String(seconds) } });
}

function notAuthenticated(detail: string, challenge: string): Problem {
  return new Problem({ code: 'not-authenticated', detail, headers: { 'www-authenticate': challenge } });
}

/** 404 for a path that there is not; for one that there is, 204 to OPTIONS and 405 to the wrong method. */
function answerUnrouted(routes: KnownRoutes, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const methods = hasEmptyPart(request.url) ? [] : routes.methodsAt(barePath(request.url));
  if (methods.length === 0) throw new Problem({ code: 'not-found', detail: 'there is nothing at this path' });
  const allow = methods.join(', ');
  if (request.method === 'OPTIONS') return reply.code(204).header('allow', allow).send();
  throw new Problem({
    code: 'method-not-allowed',
    detail: `${request.method} is not possible here: use one of ${allow}`,
    headers: { allow },
  });
}
