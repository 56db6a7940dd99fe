import type { Schema } from '#contracts';
import { schema } from '#contracts';
import type { Access } from '../edge/access';
import type { ProblemCode } from '../problems/problem';
import { kindsOf } from '../requests/query-members';
import { REQUEST_HEADERS } from './headers';
import { namesInPath, pathParameter } from './path-parameters';
import { headersOf, maybeHeaders, responseName, statusesOf } from './problem-responses';
import type { AnswerContract, BodyContract, RouteContract } from './route-contract';
import type { Route } from './routes';

const JSON_MEDIA_TYPE = 'application/json';

/** A route as an operation object of OpenAPI 3.1; classes in it are still to be rendered. */
export function operationObject(route: Route, contract: RouteContract): Schema {
  const { id, tag, summary, details, body } = contract;
  const parameters = [...pathParameters(route), ...queryParameters(contract), ...headerParameters(contract)];
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: [details, neededRole(route.access)].filter((sentence) => sentence !== undefined).join(' '),
    ...(route.access === 'public' ? { security: [] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: requestBody(body) }),
    responses: { ...answers(contract), ...problems(route, contract) },
  };
}

function neededRole(access: Access): string {
  return access === 'public' ? 'Needs no credentials.' : `Needs the role ${access} or a higher one.`;
}

function pathParameters({ path }: Route): Schema[] {
  return namesInPath(path).map((name) => parameter(name, 'path', pathParameter(name), { required: true }));
}

function queryParameters({ query }: RouteContract): Schema[] {
  if (!query) return [];
  return [...kindsOf(query.prototype as object)].map(([name, kind]) => {
    const { description = '', ...one } = kind.schema;
    const shown: Schema = kind.repeatable ? { type: 'array', items: one, description } : kind.schema;
    return parameter(name, 'query', shown);
  });
}

function headerParameters({ headers = [] }: RouteContract): Schema[] {
  return headers.map((name) => parameter(name, 'header', REQUEST_HEADERS[name]));
}

function parameter(name: string, place: 'path' | 'query' | 'header', shown: Schema, more: Schema = {}): Schema {
  const { description = '', ...rest } = shown;
  return { name, in: place, ...(description === '' ? {} : { description }), ...more, schema: rest };
}

function requestBody({ shape, wrapper, isOptional, example }: BodyContract): Schema {
  const bare = typeof shape === 'function' ? schema.one(() => shape) : shape;
  const shown = wrapper === undefined ? bare : { anyOf: [bare, wrapped(wrapper)] };
  return {
    required: !isOptional,
    content: { [JSON_MEDIA_TYPE]: { schema: shown, ...(example === undefined ? {} : { example }) } },
  };
}

/** What an answer was, sent back: whatever only answers have is ignored. */
function wrapped(name: string): Schema {
  const inner = schema.object('The same, as an answer has it; what only answers have is ignored.');
  return { type: 'object', properties: { [name]: inner }, required: [name], additionalProperties: false };
}

function answers({ answers: all }: RouteContract): Schema {
  return Object.fromEntries(Object.entries(all).map(([status, answer]) => [status, responseObject(answer)]));
}

function responseObject({
  description,
  body,
  mediaType,
  others = {},
  headers = [],
  maybe = [],
}: AnswerContract): Schema {
  const bodies = { ...(body === undefined ? {} : { [mediaType ?? JSON_MEDIA_TYPE]: body }), ...others };
  const content = Object.fromEntries(Object.entries(bodies).map(([type, shown]) => [type, { schema: shown }]));
  return {
    description,
    headers: { ...headersOf(['X-Openstack-Request-Id', ...headers]), ...maybeHeaders(maybe) },
    ...(Object.keys(bodies).length === 0 ? {} : { content }),
  };
}

/** What can always be wrong, by what the route takes. */
function problems(route: Route, { headers = [], problems: own = [], answers: all }: RouteContract): Schema {
  const codes: ProblemCode[] = ['invalid-request', 'internal', 'unavailable', ...own];
  if (route.access !== 'public') codes.push('not-authenticated', 'not-allowed', 'rate-limited');
  if (route.path.includes('{')) codes.push('not-found');
  if (route.method !== 'GET') codes.push('body-too-large', 'unsupported-media-type');
  if (headers.includes('Idempotency-Key')) codes.push('idempotency-key-reused');
  if (headers.includes('If-Match')) codes.push('precondition-failed');
  if (route.isLater) codes.push('not-implemented');
  const statuses = statusesOf(codes).filter((status) => !(status in all));
  return Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/${responseName(status)}` }]),
  );
}
