import fc from 'fast-check';
import type { Json, JsonObject } from '#contracts';
import { bodyBytes } from './body-bytes';
import { placeholder } from './fuzz-request';
import type { FuzzRequest, KnownThing } from './fuzz-request';
import { HOSTILE_TEXTS, hostileText } from './hostile';
import { SchemaValues } from './schema-values';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  schema: JsonObject;
}

/** A route of the document with what is needed to ask for it. */
export interface FuzzRoute {
  route: string;
  method: string;
  path: string;
  parameters: Parameter[];
  body: JsonObject | undefined;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

/** The routes that a document has. */
export function routesIn(document: JsonObject): FuzzRoute[] {
  return Object.entries(document['paths'] as Record<string, Record<string, JsonObject>>).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const content = (operation['requestBody'] as JsonObject | undefined)?.['content'] as JsonObject | undefined;
      const body = (content?.['application/json'] as JsonObject | undefined)?.['schema'] as JsonObject | undefined;
      const parameters = (operation['parameters'] ?? []) as unknown as Parameter[];
      const upper = method.toUpperCase();
      return [{ route: `${upper} ${path}`, method: upper, path, parameters, body }];
    }),
  );
}

const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>, times = 9): fc.Arbitrary<T> =>
  fc.oneof({ weight: times, arbitrary: usual }, { weight: 1, arbitrary: odd });

/** Requests for a route: nearly right, with something wrong here and there. */
export function requestFor(route: FuzzRoute, document: JsonObject): fc.Arbitrary<FuzzRequest> {
  const values = new SchemaValues(document);
  return fc
    .record({
      method: mostly(fc.constant(route.method), fc.constantFrom(...ODD_METHODS), 19),
      path: pathFor(route),
      query: queryFor(route, values),
      headers: headersFor(route, values),
      body: bodyFor(route, values),
      missing: mostly(fc.constant(0), fc.constantFrom(1, 1_000), 29),
    })
    .map(({ method, path, query, headers, body, missing }) => ({
      route: route.route,
      method,
      target: `${path}${query}`,
      headers,
      body,
      missing: body === undefined ? 0 : missing,
    }));
}

const ODD_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'BREW', 'get'];

/** In a path or a query; what is there already is left as it is, and some of it goes as it came. */
const encoded = (text: string): string => {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ED%A0%80';
  }
};

const UNENCODED = ['%zz', '%', '%00', '%c0%80', '..', '.', ';', 'a%2fb', '%E2%82', '%252e'];
const segment = fc.oneof(hostileText.map(encoded), fc.constantFrom(...UNENCODED), fc.uuid());

function pathFor({ path, method }: FuzzRoute): fc.Arbitrary<string> {
  const parts = path
    .split('/')
    .slice(1)
    .map((part) => partFor(part, method, path));
  const whole = fc.tuple(...parts).map((all) => `/${all.join('/')}`);
  const odd = fc
    .tuple(whole, fc.constantFrom('/', '//', '/../', '/x', '%2f', ';a=b', '#x'))
    .map(([usual, end]) => usual + end);
  return mostly(whole, odd, 29);
}

function partFor(part: string, method: string, path: string): fc.Arbitrary<string> {
  if (!part.startsWith('{')) return fc.constant(part);
  const known = knownFor(part.slice(1, -1), method, path).map(encodedKnown);
  return known.length === 0
    ? segment
    : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: segment });
}

const encodedKnown = (thing: string): string => (thing.startsWith('«') ? thing : encoded(thing));

/** Things that are there, for a part of a path. What ends a stack, or may, is asked of those that may go. */
function knownFor(name: string, method: string, path: string): string[] {
  const mayEnd = method !== 'GET' && /\{stack_id\}(\/actions)?$/.test(path);
  const things: Readonly<Record<string, readonly string[]>> = {
    stack_id: mayEnd
      ? [placeholder('victim_id')]
      : [placeholder('stack_id'), placeholder('stack_id'), placeholder('stack_id'), placeholder('deleted_stack_id')],
    operation_id: [placeholder('operation_id')],
    resource_name: [placeholder('resource_name')],
    event_id: [placeholder('event_id')],
    type: ['OS::Heat::RandomString', 'OS::Nova::Server', 'Kiln::RabbitMQ::Queue'],
    version: ['2018-08-31', 'rocky'],
    asset: ['start.js', 'swagger-ui.css'],
  };
  return [...(things[name] ?? [])];
}

function queryFor({ parameters }: FuzzRoute, values: SchemaValues): fc.Arbitrary<string> {
  const declared = parameters.filter((parameter) => parameter.in === 'query');
  const pairs = declared.map((parameter) => pairsFor(parameter, values));
  const strange = fc.tuple(hostileText, hostileText).map(([name, text]) => [`${encoded(name)}=${encoded(text)}`]);
  const raw = fc.constantFrom(['a=%zz'], ['__proto__[a]=1'], ['constructor=1'], ['&&=&'], ['limit'], ['%00=%00']);
  const given = declared.length === 0 ? fc.constant<string[]>([]) : fc.oneof(...pairs);
  const chosen = fc.array(mostly(given, fc.oneof(strange, raw)), { maxLength: 3 });
  return mostly(chosen, fc.constant([]), 2).map((all) => (all.length === 0 ? '' : `?${all.flat().join('&')}`));
}

function pairsFor({ name, schema }: Parameter, values: SchemaValues): fc.Arbitrary<string[]> {
  const known =
    name === 'marker' ? [placeholder('stack_id'), placeholder('resource_name'), placeholder('event_id')] : [];
  const one = values.near(schema).map((value) => [value].flat().map((each) => encoded(textOf(each))));
  const texts =
    known.length === 0
      ? one
      : fc.oneof(
          one,
          fc.constantFrom(...known).map((each) => [each]),
        );
  const twice = texts.map((all) => [...all, ...all]);
  return mostly(texts, twice).map((all) => all.map((text) => `${name}=${text}`));
}

const token = (thing: KnownThing): string => `X-Auth-Token: ${placeholder(thing)}`;

const CREDENTIALS: fc.Arbitrary<string[]> = fc.oneof(
  { weight: 16, arbitrary: fc.constant<string[]>([token('token:admin')]) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<string[]>([token('token:member')], [token('token:reader')], [token('token:other')]),
  },
  { weight: 1, arbitrary: fc.constantFrom<string[]>([], [`Authorization: Bearer ${placeholder('token:admin')}`]) },
  { weight: 1, arbitrary: hostileHeaderText().map((text) => [`X-Auth-Token: ${text}`]) },
  { weight: 1, arbitrary: hostileHeaderText().map((text) => [`Authorization: ${text}`]) },
);

/** What a header can carry without ending it. */
function hostileHeaderText(): fc.Arbitrary<string> {
  return hostileText.map((text) =>
    text
      .replace(/[\r\n\0]/g, '')
      .replace(/[^\x20-\xff]/g, 'é')
      .slice(0, 2_000),
  );
}

const STRANGE_HEADERS = [
  'Host: evil.example',
  'Host: ">"<script>',
  'X-Forwarded-Host: evil.example',
  'X-Forwarded-Proto: javascript',
  `X-Long: ${'a'.repeat(20_000)}`,
  'Accept: ',
  'Accept: text/event-stream',
  'Accept: */*;q=0, application/xml',
  'Expect: 100-continue',
  'Upgrade: websocket',
  'Transfer-Encoding: chunked',
  'Content-Length: 5',
  'Content-Encoding: gzip',
  'X-Http-Method-Override: DELETE',
  'X-Openstack-Request-Id: req-mine',
  'Range: bytes=0-1',
  'If-None-Match: *',
  'Cookie: a=b',
  'Bad Header: x',
  ': nothing',
  'No-Colon',
  'X-\u00e9: \u00ff',
  '__proto__: x',
];

const MEDIA_TYPES = [
  'text/plain',
  'application/json; charset=latin1',
  'application/x-www-form-urlencoded',
  '',
  'x',
  'application/json;',
  'multipart/form-data; boundary=x',
  'APPLICATION/JSON',
  'application/json; charset="utf-8"',
];

function headersFor({ parameters, body }: FuzzRoute, values: SchemaValues): fc.Arbitrary<string[]> {
  const declared = parameters.filter((parameter) => parameter.in === 'header');
  const own = declared.map(({ name, schema }) => {
    const right = values.near(schema).map((value) => headerText(value));
    const reused = fc.constantFrom('"1"', '*', 'key-1', 'key-2', '"x", W/"1"');
    const text = fc.oneof(right, reused, hostileHeaderText());
    return mostly(
      fc.constant<string[]>([]),
      text.map((each) => [`${name}: ${each}`]),
      2,
    );
  });
  const usual = fc.constant<string[]>(body === undefined ? [] : ['Content-Type: application/json']);
  const other = fc.constantFrom(...MEDIA_TYPES).map((type) => [`Content-Type: ${type}`]);
  const strange = fc.constantFrom(...STRANGE_HEADERS).map((line) => [line]);
  const parts = [CREDENTIALS, mostly(usual, other, 19), mostly(fc.constant<string[]>([]), strange, 9), ...own];
  return fc.tuple(...parts).map((all) => ['Host: kiln.example', ...all.flat()]);
}

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

const headerText = (value: Json): string =>
  textOf(value)
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 2_000);

function bodyFor({ body, method }: FuzzRoute, values: SchemaValues): fc.Arbitrary<Buffer | undefined> {
  if (body) return mostly<Buffer | undefined>(bodyBytes(values.near(body)), fc.constant(undefined), 29);
  const stray = fc.constantFrom(...HOSTILE_TEXTS).map((text) => Buffer.from(text));
  return method === 'GET' ? fc.constant(undefined) : mostly<Buffer | undefined>(fc.constant(undefined), stray, 9);
}
