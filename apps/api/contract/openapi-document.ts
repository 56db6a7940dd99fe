import { Components, InvariantError, objectSchema } from '#contracts';
import type { JsonObject, Schema, Shape } from '#contracts';
import { bodySchema, isChecked } from './body-schema';
import { operationObject } from './operation-object';
import { headerComponents, problemResponses } from './problem-responses';
import { TAGS } from './route-contract';
import type { RouteContracts } from './route-contract';
import type { Route } from './routes';

const INTRODUCTION = `Kiln makes stacks: graphs of resources, from templates. JSON in, JSON out, in UTF-8; \
a key that an object has twice is a fault.

Whose stacks a request is about its credentials say: no path and no body names a project, and what belongs to another \
project is not there. A request that starts work answers 202 with the stack as it stands. Errors are problem details \
(RFC 9457) whose \`detail\` says what to change. A known path answers any method that it does not have with 405, and \
OPTIONS with 204; both name the methods that it has in \`Allow\`. HEAD answers as GET, without the body.`;

/** The API's description (OpenAPI 3.1): what the routes are, from the code; what they mean, from their contracts. */
export function openApiDocument(routes: readonly Route[], contracts: RouteContracts): JsonObject {
  refuseStrays(routes, contracts);
  const components = new Components(schemaOf);
  const render = (part: Schema): JsonObject => components.render(part);
  const paths = pathsOf(routes, contracts, render);
  const responses = problemResponses(render);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kiln',
      version: '2.0.0',
      description: INTRODUCTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }, { bearer: [] }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: components.gathered(),
      responses,
      headers: render(headerComponents()),
      securitySchemes: {
        token: { type: 'apiKey', in: 'header', name: 'X-Auth-Token', description: 'The token itself.' },
        bearer: { type: 'http', scheme: 'bearer', description: 'The token as a bearer token (RFC 6750).' },
      },
    },
  };
}

function schemaOf(shape: Shape): Schema {
  return isChecked(shape) ? bodySchema(shape) : objectSchema(shape);
}

function pathsOf(
  routes: readonly Route[],
  contracts: RouteContracts,
  render: (part: Schema) => JsonObject,
): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const route of [...routes].sort(byPath)) {
    const contract = contracts[keyOf(route)];
    if (!contract) throw new InvariantError(`nobody said what ${keyOf(route)} is for: give it a contract`);
    const path = (paths[route.path] ??= {});
    path[route.method.toLowerCase()] = render(operationObject(route, contract));
  }
  return paths;
}

function keyOf({ method, path }: Route): string {
  return `${method} ${path}`;
}

function byPath(a: Route, b: Route): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.method < b.method ? -1 : 1;
}

/** A contract of a route that is not there is a promise that nobody keeps. */
function refuseStrays(routes: readonly Route[], contracts: RouteContracts): void {
  const known = new Set(routes.map(keyOf));
  const strays = Object.keys(contracts).filter((key) => !known.has(key));
  if (strays.length > 0) throw new InvariantError(`no route is at ${strays.join(', ')}`);
}
