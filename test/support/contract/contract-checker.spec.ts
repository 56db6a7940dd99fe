import { contractChecker } from './check-answer';
import type { Exchange } from './exchange';

const STACK = '0f8f6a8e-55b1-4b7e-8a59-0c1f9a3b7d10';
const REQUEST = 'req-0f8f6a8e-55b1-4b7e-8a59-0c1f9a3b7d10';

const link = { rel: 'self', href: `/v2/stacks/${STACK}/operations/${STACK}` };
const operation = {
  id: STACK,
  stack_id: STACK,
  action: 'CREATE',
  status: 'COMPLETE',
  status_reason: '',
  created_at: '2026-01-01T00:00:00.000Z',
  started_at: null,
  finished_at: null,
  deadline: null,
  progress: { total: 1, done: 1, running: 0, failed: 0 },
  superseded_by: null,
  requested_by: 'somebody',
  result: null,
  links: [link],
};
const problem = {
  type: 'urn:kiln:problem:not-found',
  title: 'Not found',
  status: 404,
  detail: 'there is no such operation',
  instance: `/v2/stacks/${STACK}/operations/${STACK}`,
  request_id: REQUEST,
};

interface Told {
  status?: number;
  method?: string;
  url?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

function faultsOf({ status = 200, method = 'GET', url, headers = {}, body = { operation } }: Told): string[] {
  const mediaType = status >= 400 ? 'application/problem+json' : 'application/json';
  const exchange: Exchange = {
    method,
    url: url ?? `http://kiln/v2/stacks/${STACK}/operations/${STACK}?x=y`,
    status,
    headers: new Headers({ 'content-type': mediaType, 'x-openstack-request-id': REQUEST, ...headers }),
    text: typeof body === 'string' ? body : JSON.stringify(body),
  };
  return contractChecker().faultsOf(exchange);
}

const without = (name: string, from: object): object =>
  Object.fromEntries(Object.entries(from).filter(([key]) => key !== name));

describe('the check of answers against the contract', () => {
  it.each<[string, Told]>([
    ['a whole answer', {}],
    ['a problem', { status: 404, body: problem }],
    [
      'a method that the path has not',
      {
        method: 'PUT',
        status: 405,
        headers: { allow: 'GET' },
        body: { ...problem, status: 405, type: 'urn:kiln:problem:method-not-allowed' },
      },
    ],
    ['a path that is not there', { url: '/v3', status: 404, body: problem }],
    ['OPTIONS', { method: 'OPTIONS', status: 204, headers: { allow: 'GET' }, body: '' }],
    ['HEAD, which has no body', { method: 'HEAD', body: '' }],
  ])('lets through %s', (_what, told) => {
    expect(faultsOf(told)).toEqual([]);
  });

  it.each<[string, Told, RegExp]>([
    ['a status that was not declared', { status: 201 }, /no status 201 here/],
    ['a field that was not declared', { body: { operation: { ...operation, secret: 1 } } }, /\/operation .*"secret"/],
    [
      'a field deep inside',
      { body: { operation: { ...operation, links: [{ ...link, title: 'x' }] } } },
      /\/operation\/links\/0 .*"title"/,
    ],
    ['a field that is missing', { body: { operation: without('result', operation) } }, /\/operation .*"result"/],
    [
      'a value of another type',
      { body: { operation: { ...operation, requested_by: 7 } } },
      /\/operation\/requested_by/,
    ],
    ['a word that there is not', { body: { operation: { ...operation, status: 'DONE' } } }, /\/operation\/status/],
    [
      'a time of another form',
      { body: { operation: { ...operation, created_at: '2026-01-01T00:00:00Z' } } },
      /created_at/,
    ],
    ['what is not JSON', { body: '{' }, /is not JSON/],
    ['another media type', { headers: { 'content-type': 'text/html' } }, /media type "text\/html"/],
    [
      'a header that is missing',
      { status: 401, body: { ...problem, status: 401, type: 'urn:kiln:problem:not-authenticated' } },
      /WWW-Authenticate is missing/,
    ],
    ['a header of another form', { headers: { 'x-openstack-request-id': '7' } }, /header X-Openstack-Request-Id/],
    ['a header that was not declared', { headers: { 'x-powered-by': 'Kiln' } }, /no header x-powered-by/],
    ['a problem under another status', { status: 404, body: { ...problem, status: 400 } }, /\/status/],
    ['a problem that says more', { status: 404, body: { ...problem, stack: 'at …' } }, /"stack"/],
    ['200 for a method that the path has not', { method: 'PUT' }, /has 405 here, not 200/],
    ['200 for a path that is not there', { url: '/v3' }, /has 404 here, not 200/],
  ])('notices %s', (_what, told, fault) => {
    expect(faultsOf(told).join('\n')).toMatch(fault);
  });
});
