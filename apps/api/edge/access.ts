import { RouteConfig } from '@nestjs/platform-fastify';
import type { Role } from '#contracts';

/** Who may use a route: anybody, or callers with that role or a higher one. */
export type Access = 'public' | Role;

/** Says who may use a route. A route without it stops the process from starting. */
export const Allow = (access: Access): MethodDecorator => RouteConfig({ access });
