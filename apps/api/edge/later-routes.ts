import type { FastifyInstance, HTTPMethods } from 'fastify';
import { AppError } from '#contracts';
import { stackNotFound } from '../requests/path-members';
import { isUuid } from '../requests/uuid';
import type { Access } from './access';

const STACK = '/v2/stacks/:stack_id';
const RESOURCE = `${STACK}/resources/:resource_name`;

/** Routes of the API whose time has not come: they answer 501 and store nothing. */
export const LATER_ROUTES: readonly (readonly [path: string, access: Access, ...methods: HTTPMethods[]])[] = [
  [`${STACK}/actions`, 'member', 'POST'],
  [`${STACK}/snapshots`, 'reader', 'GET'],
  [`${STACK}/snapshots`, 'member', 'POST'],
  [`${STACK}/snapshots/:snapshot_id`, 'reader', 'GET'],
  [`${STACK}/snapshots/:snapshot_id`, 'member', 'DELETE'],
  [RESOURCE, 'member', 'PATCH'],
  [`${RESOURCE}/metadata`, 'reader', 'GET'],
  [`${RESOURCE}/metadata`, 'member', 'PUT', 'PATCH'],
  [`${RESOURCE}/signal`, 'member', 'POST'],
  ['/v2/signals/:token', 'public', 'POST'],
  [`${STACK}/resources/events`, 'reader', 'GET'],
  [`${STACK}/resources/events/:event_id`, 'reader', 'GET'],
  [`${RESOURCE}/events`, 'reader', 'GET'],
  ['/v2/events', 'reader', 'GET'],
  ['/v2/subscriptions', 'reader', 'GET'],
  ['/v2/subscriptions', 'member', 'POST'],
  ['/v2/subscriptions/:subscription_id', 'reader', 'GET'],
  ['/v2/subscriptions/:subscription_id', 'member', 'PATCH', 'DELETE'],
  ['/v2/subscriptions/:subscription_id/replay', 'member', 'POST'],
];

/** Whether the project has a stack of that id. */
export type StackExists = (project: string, stackId: string) => Promise<boolean>;

/** Registers them. A stack that the caller has not is a 404 here too; the body is not even read. */
export function registerLaterRoutes(instance: FastifyInstance, stackExists: StackExists): void {
  for (const [url, access, ...method] of LATER_ROUTES) {
    instance.route<{ Params: { stack_id?: string } }>({
      method,
      url,
      config: { access },
      onRequest: async ({ caller, params }) => {
        if (params.stack_id !== undefined && caller) await mustExist(stackExists, caller.project, params.stack_id);
        throw new AppError('not-implemented', 'Kiln cannot do this yet');
      },
      handler: () => undefined,
    });
  }
}

async function mustExist(stackExists: StackExists, project: string, stackId: string): Promise<void> {
  const exists = isUuid(stackId) && (await stackExists(project, stackId.toLowerCase()));
  if (!exists) throw stackNotFound();
}
