import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { InvariantError } from '#contracts';
import type { Access } from '../edge/access';
import { LATER_ROUTES } from '../edge/later-routes';

/** A route that the api has. */
export interface Route {
  method: string;
  /** As OpenAPI has it: `/v2/stacks/{stack_id}`. */
  path: string;
  access: Access;
  /** It answers 501 for now. */
  isLater: boolean;
}

/** The routes of the modules' controllers, as their decorators say, and those whose time has not come. */
export function routesOf(modules: readonly Type[]): Route[] {
  const controllers = modules.flatMap((module) => (read('controllers', module) ?? []) as Type[]);
  return [...controllers.flatMap(routesOfController), ...laterRoutes()];
}

function routesOfController(controller: Type): Route[] {
  const prototype = controller.prototype as object;
  const handlers = Object.getOwnPropertyNames(prototype).map((name) => Reflect.get(prototype, name) as object);
  return handlers.flatMap((handler) => {
    const method = read('method', handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    const path = documentPath(
      [controller, handler].map((part) => (read('path', part) as string | undefined) ?? '').join('/'),
    );
    const access = (read('__fastify_route_config__', handler) as { access?: Access } | undefined)?.access;
    if (!access) throw new InvariantError(`nobody said who may use ${path}`);
    return [{ method: RequestMethod[method], path, access, isLater: false }];
  });
}

function laterRoutes(): Route[] {
  return LATER_ROUTES.flatMap(({ path, access, methods }) =>
    methods.map((method) => ({ method, path: documentPath(path), access, isLater: true })),
  );
}

/** Nest's and Fastify's `:name` as `{name}`, each slash once. */
function documentPath(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  return `/${segments.map((segment) => segment.replace(/^:(.+)$/, '{$1}')).join('/')}`;
}

function read(key: string, target: object): unknown {
  return Reflect.getMetadata(key, target);
}
