import { randomUUID } from 'node:crypto';
import { ROLES } from '#contracts';
import { ApiClient } from '../../../test/support/api-client';
import type { Answer } from '../../../test/support/api-client';
import { ApiInProcess } from '../../../test/support/api-in-process';
import type { KnownRoute } from './known-routes';

/** What answers without credentials, and nothing else. */
const PUBLIC = ['/', '/v2', '/healthz', '/readyz', '/v2/openapi.json', '/v2/asyncapi.json', '/v2/signals/:token'];
/** What a reader may send though its method may change something: these only ask. */
const ASKING = ['POST /v2/stacks/preview', 'POST /v2/stacks/:stack_id/preview', 'POST /v2/validate_template'];
/** What only operators see. */
const OPERATORS = ['/v2/services'];

/** How a varying segment is filled: with what belongs to the owner, or with what nobody has. */
type Fill = (owner: Owner) => string;

interface Owner {
  stackId: string;
  operationId: string;
  subscriptionId: string;
}

/** A route with a segment that is not here fails: say how to fill it. */
const SEGMENTS: Readonly<Record<string, Fill>> = {
  stack_id: ({ stackId }) => stackId,
  operation_id: ({ operationId }) => operationId,
  subscription_id: ({ subscriptionId }) => subscriptionId,
  resource_name: () => 'thing',
  output_key: () => 'out',
  snapshot_id: () => randomUUID(),
  event_id: ({ stackId }) => `${stackId}.1`,
  token: () => 'no-such-token',
  type: () => 'OS::Heat::None',
  version: () => 'rocky',
  asset: () => 'swagger-ui.css',
};
/** These name something that is the same for all projects. */
const SHARED = ['type', 'version', 'asset'];

const TEMPLATE = {
  heat_template_version: '2021-04-16',
  resources: { thing: { type: 'OS::Heat::None' } },
  outputs: { out: { value: 1 } },
};
const nobody = (): Owner => ({ stackId: randomUUID(), operationId: randomUUID(), subscriptionId: randomUUID() });

const nameOf = ({ method, pattern }: KnownRoute): string => `${method} ${pattern}`;
const segmentsOf = ({ pattern }: KnownRoute): string[] => [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name!);

function pathOf(route: KnownRoute, owner: Owner): string {
  return route.pattern.replace(/:(\w+)/g, (_all, name: string) => {
    const fill = SEGMENTS[name];
    if (!fill) throw new Error(`${nameOf(route)}: how is :${name} filled? Say so in SEGMENTS.`);
    return encodeURIComponent(fill(owner));
  });
}

describe('who may use each route', () => {
  let api: ApiInProcess;
  let routes: readonly KnownRoute[];
  let owner: Owner;

  beforeAll(async () => {
    api = await ApiInProcess.start();
    routes = api.routes;
    owner = await prepareOwner(await api.clientOf('owner', ['member']));
  });

  afterAll(async () => {
    await api.stop();
  });

  async function prepareOwner(client: ApiClient): Promise<Owner> {
    const made = await client.request<{ stack: { id: string } }>('POST', '/v2/stacks', {
      stack_name: 'theirs',
      template: TEMPLATE,
    });
    const stackId = made.body.stack.id;
    const of = await client.request<{ operations: { id: string }[] }>('GET', `/v2/stacks/${stackId}/operations`);
    const subscription = { name: 'theirs', filter: {}, sink: { kind: 'queue' } };
    const answer = await client.request<{ subscription?: { id: string } }>('POST', '/v2/subscriptions', subscription);
    expect([201, 501]).toContain(answer.status);
    return {
      stackId,
      operationId: of.body.operations[0]!.id,
      subscriptionId: answer.body.subscription?.id ?? randomUUID(),
    };
  }

  function send(client: ApiClient, route: KnownRoute, of: Owner): Promise<Answer> {
    const body = ['POST', 'PUT', 'PATCH'].includes(route.method) ? {} : undefined;
    return client.request(route.method, pathOf(route, of), body, { accept: 'application/json' });
  }

  /** Runs a check over routes; answers what is wrong, a line each. */
  async function faults(
    of: readonly KnownRoute[],
    check: (route: KnownRoute) => Promise<string | undefined> | string | undefined,
  ): Promise<string[]> {
    expect(of.length).toBeGreaterThan(0);
    const found: string[] = [];
    for (const route of of) {
      const fault = await check(route);
      if (fault !== undefined) found.push(`${nameOf(route)}: ${fault}`);
    }
    return found;
  }

  it('is known: every route has its segments, and is public only where that is meant', async () => {
    expect(routes.map(nameOf)).toEqual(
      expect.arrayContaining(['GET /v2/stacks', 'HEAD /v2/stacks', 'POST /v2/stacks']),
    );
    const wrong = await faults(routes, (route) => {
      pathOf(route, owner);
      const isPublic = PUBLIC.includes(route.pattern) || /^\/docs(\/|$)/.test(route.pattern);
      return isPublic === (route.access === 'public') ? undefined : `its access is ${route.access}`;
    });
    expect(wrong).toEqual([]);
  });

  it('depends on what it does: to read needs a reader, to change a member, and an operator’s view an admin', async () => {
    const wrong = await faults(guarded(), (route) => {
      const reads = ['GET', 'HEAD'].includes(route.method) || ASKING.includes(nameOf(route));
      const needed = OPERATORS.includes(route.pattern) ? 'admin' : reads ? 'reader' : 'member';
      return route.access === needed ? undefined : `its access is ${route.access}, not ${needed}`;
    });
    expect(wrong).toEqual([]);
  });

  it('is nobody without credentials, unless it is public', async () => {
    const wrong = await faults(guarded(), async (route) => {
      const { status, headers } = await send(api.anonymous, route, owner);
      const challenge = headers.get('www-authenticate') ?? '';
      return status === 401 && challenge.startsWith('Bearer') ? undefined : `${status} ${challenge}`;
    });
    expect(wrong).toEqual([]);
    const unlocked = routes.filter(({ access }) => access === 'public');
    expect(await faults(unlocked, async (route) => refusal(await send(api.anonymous, route, owner)))).toEqual([]);
  });

  it.each([...ROLES, 'stranger'])('is a %s where that role is enough, and not where it is too little', async (role) => {
    const client = await api.clientOf(`of-${role}`, [role]);
    const held = (ROLES as readonly string[]).indexOf(role);
    const wrong = await faults(guarded(), async (route) => {
      const answer = await send(client, route, nobody());
      const isEnough = route.access !== 'public' && held >= ROLES.indexOf(route.access);
      return isEnough
        ? refusal(answer)
        : answer.status === 403
          ? undefined
          : `${answer.status} though a ${role} may not`;
    });
    expect(wrong).toEqual([]);
  });

  it('is nobody of another project: what is theirs is as if there were none', async () => {
    const stranger = await api.clientOf('other', ['admin']);
    const theirs = guarded().filter((route) => segmentsOf(route).some((name) => !SHARED.includes(name)));
    const wrong = await faults(theirs, async (route) => {
      const [known, unknown] = [await send(stranger, route, owner), await send(stranger, route, nobody())];
      const isThere = known.status !== unknown.status ? `is told from one that is not there (${unknown.status})` : '';
      // A subscription's route that is not built yet looks for none; a body that is wrong may be told first.
      const asExpected =
        known.status === 404 ||
        (isBuilt(known) ? route.method !== 'GET' && known.status === 400 : !route.pattern.includes(':stack_id'));
      return asExpected && isThere === '' ? undefined : `${known.status} ${isThere}`;
    });
    expect(wrong).toEqual([]);
  });

  it('sees nothing of another project in any list', async () => {
    const stranger = await api.clientOf('other', ['admin']);
    const lists = guarded().filter((route) => route.method === 'GET' && segmentsOf(route).length === 0);
    const wrong = await faults(lists, async (route) => {
      const { status, body } = await send(stranger, route, owner);
      const text = JSON.stringify(body);
      const isSeen = [owner.stackId, owner.subscriptionId, 'theirs'].some((word) => text.includes(word));
      return isSeen ? `${status} tells of what another project has` : undefined;
    });
    expect(wrong).toEqual([]);
  });

  it('has changed nothing of the stack that all this was about', async () => {
    const { body } = await (await api.clientOf('owner', ['reader'])).request('GET', `/v2/stacks/${owner.stackId}`);
    expect(body).toMatchObject({ stack: { id: owner.stackId, revision: 1, action: 'CREATE' } });
  });

  function guarded(): KnownRoute[] {
    return routes.filter(({ access }) => access !== 'public');
  }
});

const isBuilt = ({ status }: Answer): boolean => status !== 501;

/** What is wrong with an answer to somebody who may; nothing, where it is only that there is no such thing. */
function refusal({ status }: Answer): string | undefined {
  const isRefused = status === 401 || status === 403 || (status >= 500 && status !== 501);
  return isRefused ? `${status} though it is allowed` : undefined;
}
