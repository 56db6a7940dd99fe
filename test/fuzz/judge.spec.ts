import { isCut } from './fuzz-request';
import type { FuzzRequest } from './fuzz-request';
import { requestMaker } from './fuzz';
import { judge } from './judge';
import type { Received } from './send';

const REQUEST: FuzzRequest = {
  route: 'GET /v2/stacks/{stack_id}',
  method: 'GET',
  target: '/v2/stacks/x',
  headers: [],
  body: undefined,
  missing: 0,
};
const ID = 'req-0f8f6a8e-55b1-4b7e-8a59-0c1f9a3b7d10';

function answered(status: number, detail: string, type = 'not-found', more: Record<string, string> = {}): Received {
  const body = {
    ...{ type: `urn:kiln:problem:${type}`, title: 'Not found', status, detail, instance: '/v2/stacks/x' },
    request_id: ID,
  };
  const headers = { 'content-type': 'application/problem+json', 'x-openstack-request-id': ID, ...more };
  return { outcome: 'answered', status, headers: new Headers(headers), text: JSON.stringify(body) };
}

const faultsOf = (received: Received, sent = 'GET /v2/stacks/x HTTP/1.1', request = REQUEST): string =>
  judge(request, Buffer.from(sent), received).join('\n');

describe('the judge of answers', () => {
  it('finds nothing wrong with a plain refusal', () => {
    expect(faultsOf(answered(404, 'the project has no stack of this id'))).toBe('');
  });

  it.each([
    'QueryFailedError: relation "stacks" does not exist',
    'invalid input syntax for type uuid: "x"',
    'TypeError: Cannot read properties of undefined',
    'at StackStore.find (/kiln/dist/apps/api/stacks/stack-store.js:10:5)',
    'INSERT INTO outbox (partition) VALUES (1)',
    'connect amqp://guest@localhost',
    'the column sealed_template is too long',
  ])('notices internals: %s', (detail) => {
    expect(faultsOf(answered(404, detail))).toContain('internals');
  });

  it('does not take for a secret what the client sent', () => {
    const text = 'there is no key "sealed_template"';
    expect(faultsOf(answered(404, text), 'GET /v2/stacks/sealed_template HTTP/1.1')).toBe('');
  });

  it('notices a 5xx, but for what is not there yet', () => {
    expect(faultsOf(answered(500, 'no', 'internal'))).toContain('the status is 500');
    expect(faultsOf(answered(501, 'no', 'not-implemented'))).not.toContain('the status is');
  });

  it('notices what the contract does not have', () => {
    expect(faultsOf(answered(404, 'no', 'conflict'))).toContain('/type');
    expect(faultsOf(answered(404, 'no', 'not-found', { 'x-powered-by': 'x' }))).toContain('x-powered-by');
  });

  it('notices silence, unless the request itself was cut off', () => {
    const closed: Received = { outcome: 'closed', status: 0, headers: new Headers() };
    expect(faultsOf(closed)).toContain('without an answer');
    expect(isCut({ ...REQUEST, missing: 1 })).toBe(true);
    expect(faultsOf(closed, 'GET / HTTP/1.1', { ...REQUEST, missing: 1 })).toBe('');
    expect(faultsOf({ ...closed, outcome: 'silent' })).toContain('no answer');
  });
});

describe('a made-up request', () => {
  it('is the same for the same seed and number, and another for others', () => {
    const [first, second] = [requestMaker(7), requestMaker(7)];
    const numbers = [0, 1, 17, 400];
    expect(numbers.map(first)).toEqual(numbers.map(second));
    expect(numbers.map(requestMaker(8))).not.toEqual(numbers.map(first));
  });

  it('is made for every route in turn', () => {
    const make = requestMaker(1);
    const routes = new Set(Array.from({ length: 200 }, (_, number) => make(number).route));
    expect(routes.size).toBeGreaterThan(50);
    expect(routes).toContain('POST /v2/stacks');
  });
});
