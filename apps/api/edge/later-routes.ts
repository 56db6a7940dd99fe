import type { FastifyInstance, HTTPMethods } from 'fastify';
import { AppError } from '#contracts';
import { Problem } from '../problems/problem';
import { stackNotFound } from '../requests/path-members';
import { readBody } from '../requests/read-body';
import type { BodyForm } from '../requests/read-body';
import { isUuid } from '../requests/uuid';
import { CreateSnapshotDto } from '../snapshots/dto/create-snapshot.dto';
import { ChangeSubscriptionDto, CreateSubscriptionDto, ReplayDto } from '../subscriptions/dto/subscription-request.dto';
import type { Access } from './access';

const STACK = '/v2/stacks/:stack_id';
const SUBSCRIPTION = '/v2/subscriptions/:subscription_id';
const WRAPPER = { name: 'subscription', answerOnly: ['id', 'created_at', 'updated_at', 'links'] };

export interface LaterRoute {
  readonly path: string;
  readonly access: Access;
  readonly methods: readonly HTTPMethods[];
  /** What is checked of the body; absent: it is not read. */
  readonly body?: BodyForm<object>;
}

const reader = (path: string, ...methods: HTTPMethods[]): LaterRoute => ({ path, access: 'reader', methods });
const member = (path: string, methods: HTTPMethods[], body?: BodyForm<object>): LaterRoute => ({
  ...{ path, access: 'member', methods },
  ...(body ? { body } : {}),
});

/** Routes of the API whose time has not come: they check what can be checked, answer 501 and store nothing. */
export const LATER_ROUTES: readonly LaterRoute[] = [
  reader(`${STACK}/snapshots`, 'GET'),
  member(`${STACK}/snapshots`, ['POST'], { dto: CreateSnapshotDto, isOptional: true }),
  reader(`${STACK}/snapshots/:snapshot_id`, 'GET'),
  member(`${STACK}/snapshots/:snapshot_id`, ['DELETE']),
  reader('/v2/subscriptions', 'GET'),
  member('/v2/subscriptions', ['POST'], { dto: CreateSubscriptionDto, wrapper: WRAPPER }),
  reader(SUBSCRIPTION, 'GET'),
  member(SUBSCRIPTION, ['PATCH'], { dto: ChangeSubscriptionDto, wrapper: WRAPPER }),
  member(SUBSCRIPTION, ['DELETE']),
  member(`${SUBSCRIPTION}/replay`, ['POST'], { dto: ReplayDto }),
];

/** Whether the project has a stack of that id. */
export type StackExists = (project: string, stackId: string) => Promise<boolean>;

/** Registers them. A stack that the caller has not is a 404 here too, and a wrong body a 400. */
export function registerLaterRoutes(instance: FastifyInstance, stackExists: StackExists): void {
  for (const { path, access, methods, body } of LATER_ROUTES) {
    instance.route<{ Params: { stack_id?: string } }>({
      method: [...methods],
      url: path,
      config: { access },
      onRequest: async ({ caller, params }) => {
        if (params.stack_id !== undefined && caller) await mustExist(stackExists, caller.project, params.stack_id);
        if (!body) throw notImplemented();
      },
      handler: (request) => {
        if (body) mustBe(body, request.body);
        throw notImplemented();
      },
    });
  }
}

function notImplemented(): AppError {
  return new AppError('not-implemented', 'Kiln cannot do this yet');
}

function mustBe(form: BodyForm<object>, body: unknown): void {
  const read = readBody(body, form);
  if (!read.ok) throw new Problem(read.problem);
}

async function mustExist(stackExists: StackExists, project: string, stackId: string): Promise<void> {
  const exists = isUuid(stackId) && (await stackExists(project, stackId.toLowerCase()));
  if (!exists) throw stackNotFound();
}
