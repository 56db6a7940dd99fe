import type { ConsumeMessage } from 'amqplib';
import type { CommandMessage } from '#contracts';
import { Broker, QUEUES } from '#messaging';
import { exactJsonText, parseExactJson } from '#template';
import type { Answer, ApiClient, ShownStack } from '../../../test/support/api-client';
import { ApiInProcess } from '../../../test/support/api-in-process';
import { until } from '../../../test/support/until';

interface WholeStack extends ShownStack {
  revision: number;
  parameters: Record<string, unknown>;
}

interface Refusal {
  detail: string;
  errors: { path: string; detail: string }[];
}

const VERSION = { heat_template_version: '2018-08-31' };
const TEMPLATE = { ...VERSION, description: 'an example', resources: { r: { type: 'OS::Heat::None' } } };

describe('stacks', () => {
  let api: ApiInProcess;
  let client: ApiClient;
  let names = 0;

  beforeAll(async () => {
    api = await ApiInProcess.start({ env: { KILN_QUOTA_RESOURCES: '50' } });
    client = await api.clientOf('p', ['member']);
  });

  afterAll(async () => {
    await api.stop();
  });

  const freshName = (): string => `stack-${(names += 1)}`;

  async function create(body: object = {}): Promise<Answer<{ stack: WholeStack }>> {
    return client.request('POST', '/v2/stacks', { stack_name: freshName(), template: TEMPLATE, ...body });
  }

  async function refused(body: object): Promise<Answer<Refusal>> {
    return client.request('POST', '/v2/stacks', { stack_name: freshName(), template: TEMPLATE, ...body });
  }

  async function rows<Row>(text: string, ...values: unknown[]): Promise<Row[]> {
    return api.database.query<Row[]>(text, values);
  }

  async function eventsOf(id: string): Promise<string[]> {
    const found = await rows<{ body: string }>('SELECT body FROM outbox WHERE root_id = $1 ORDER BY id', id);
    return found.map(({ body }) => {
      const { type, sequence } = JSON.parse(body) as { type: string; sequence: string };
      return `${sequence} ${type}`;
    });
  }

  describe('POST', () => {
    it('answers 202 with the stack as it stands, and where it is', async () => {
      const answer = await create({ tags: ['a'], timeout_mins: 5, disable_rollback: false });
      expect(answer.status).toBe(202);
      const { stack } = answer.body;
      expect(answer.headers.get('location')).toBe(`${api.url}/v2/stacks/${stack.id}`);
      expect(answer.headers.get('etag')).toBe('"1"');
      expect(stack).toMatchObject({
        action: 'CREATE',
        status: 'IN_PROGRESS',
        description: 'an example',
        project: 'p',
        owner: 'member of p',
        tags: ['a'],
        timeout_mins: 5,
        disable_rollback: false,
        revision: 1,
        outputs: [],
        progress: { total: 0, done: 0, running: 0, failed: 0 },
        deleted_at: null,
        parent_id: null,
      });
    });

    it('answers with just what the next GET says', async () => {
      const { stack } = (await create()).body;
      const shown = await client.request<{ stack: WholeStack }>('GET', `/v2/stacks/${stack.id}`);
      expect(shown.body.stack).toEqual(stack);
      expect(shown.headers.get('etag')).toBe('"1"');
    });

    it('stores an operation to be planned, its deadline, and what is to be told, in the order of their sequence', async () => {
      const { id } = (await create({ timeout_mins: 5 })).body.stack;
      const [operation] = await rows(
        'SELECT action, status, stage, requested_by, total FROM operations WHERE stack_id = $1',
        id,
      );
      const requested = { action: 'CREATE', status: 'IN_PROGRESS', stage: 'requested', requested_by: 'member of p' };
      expect(operation).toEqual({ ...requested, total: 0 });
      const [timer] = await rows(
        `SELECT t.kind, t.due_at = o.deadline AS on_time, o.deadline - o.created_at = interval '5 minutes' AS in_time
         FROM timers t JOIN operations o ON o.id = t.operation_id WHERE o.stack_id = $1`,
        id,
      );
      expect(timer).toEqual({ kind: 'operation-deadline', on_time: true, in_time: true });
      expect(await eventsOf(id)).toEqual(['1 kiln.stack.create.in_progress', '2 kiln.operation.create.in_progress']);
      expect(await rows('SELECT sequence, project FROM roots WHERE id = $1', id)).toEqual([
        { sequence: 2, project: 'p' },
      ]);
    });

    it('names the request in the operation and in what is told', async () => {
      const answer = await create();
      const requestId = answer.headers.get('x-openstack-request-id');
      const { id } = answer.body.stack;
      const [operation] = await rows('SELECT request_id FROM operations WHERE stack_id = $1', id);
      expect(operation).toEqual({ request_id: requestId });
      const [entry] = await rows<{ body: string }>('SELECT body FROM outbox WHERE root_id = $1', id);
      expect(entry!.body).toContain(requestId);
    });

    it('keeps hidden parameters out of every column and answer', async () => {
      const parameters = { secret: { type: 'string', hidden: true, default: 'planted-4712' } };
      const { stack } = (await create({ template: { ...VERSION, parameters }, parameters: { secret: 'planted-4711' } }))
        .body;
      expect(stack.parameters).toMatchObject({ secret: '******' });
      const [found] = await rows<{ dump: string }>(
        `SELECT concat(s::text, d::text, o::text, encode(d.sealed_parameters, 'escape'), encode(d.sealed_template, 'escape')) AS dump
         FROM stacks s JOIN definitions d ON d.stack_id = s.id JOIN operations o ON o.stack_id = s.id WHERE s.id = $1`,
        stack.id,
      );
      expect(found!.dump).not.toContain('planted-471');
    });

    it('refuses a second stack of the name with a 409, and takes the name again once the first is gone', async () => {
      const name = freshName();
      const { id } = (await create({ stack_name: name })).body.stack;
      const second = await refused({ stack_name: name });
      expect(second.status).toBe(409);
      expect(second.body.detail).toContain(name);
      const stranger = await api.clientOf('q', ['member']);
      expect(await stranger.create(name, TEMPLATE)).not.toBe(id);
      await rows('UPDATE stacks SET deleted_at = now() WHERE id = $1', id);
      expect((await create({ stack_name: name })).status).toBe(202);
    });

    it('lets one of two creations of a name at once win', async () => {
      const name = freshName();
      const answers = await Promise.all([1, 2, 3, 4].map(() => create({ stack_name: name })));
      expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409, 409]);
    });

    it('names a cycle as its path', async () => {
      const none = (after: string): object => ({ type: 'OS::Heat::None', depends_on: after });
      const answer = await refused({
        template: { ...VERSION, resources: { a: none('b'), b: none('c'), c: none('a') } },
      });
      expect(answer.status).toBe(400);
      expect(JSON.stringify(answer.body.errors)).toMatch(
        /a -> b -> c -> a|b -> c -> a -> b|c -> a -> b -> c|a → b → c → a/,
      );
    });

    it('takes a property of 200 KB', async () => {
      const resources = { big: { type: 'OS::Heat::Value', properties: { value: 'x'.repeat(200_000) } } };
      expect((await create({ template: { ...VERSION, resources } })).status).toBe(202);
    });

    it('answers every fault of a request at once', async () => {
      const answer = await refused({ stack_name: '1', timeout_mins: 'x', tgas: [] });
      expect(answer.status).toBe(400);
      expect(answer.body.errors.map(({ path }) => path).sort()).toEqual(['/stack_name', '/tgas', '/timeout_mins']);
    });

    it('refuses what only Heat can make, and stores nothing, unless it is mapped to what does nothing', async () => {
      const template = `heat_template_version: 2018-08-31
resources:
  net: {type: OS::Quantum::Net}
  server: {type: OS::Nova::Server, properties: {flavor: f, networks: [{network: {get_resource: net}}]}}
`;
      const answer = await refused({ stack_name: 'clouded', template });
      expect(answer.status).toBe(400);
      expect(answer.body.detail).toContain('`OS::Neutron::Net`, `OS::Nova::Server`');
      expect(answer.body.errors).toEqual([
        expect.objectContaining({ path: '/template/resources' }),
        expect.objectContaining({ path: '/template/resources/net/type', line: 3, column: 9 }),
        expect.objectContaining({ path: '/template/resources/server/type', line: 4, column: 12 }),
      ]);
      expect(await rows('SELECT 1 FROM stacks WHERE name = $1', 'clouded')).toEqual([]);
      const environment = {
        resource_registry: { 'OS::Quantum::*': 'OS::Heat::None', 'OS::Nova::*': 'OS::Heat::None' },
      };
      expect((await create({ template, environment })).status).toBe(202);
    });

    it('refuses U+0000 wherever it stands', async () => {
      const answer = await refused({ template: { ...TEMPLATE, description: 'a\0b' } });
      expect(answer.status).toBe(400);
      expect(answer.body.errors).toEqual([expect.objectContaining({ path: '/template/description' })]);
    });

    it('stores nothing of a request that it refuses', async () => {
      const before = await rows('SELECT count(*) FROM roots');
      await refused({ stack_name: '1' });
      expect(await rows('SELECT count(*) FROM roots')).toEqual(before);
    });

    it('refuses more resources than the quota, naming it', async () => {
      const many = Array.from({ length: 51 }, (_, at): [string, object] => [`r${at}`, { type: 'OS::Heat::None' }]);
      const answer = await refused({ template: { ...VERSION, resources: Object.fromEntries(many) } });
      expect(answer.status).toBe(403);
      expect(answer.body.detail).toContain('"resources"');
    });

    it('takes no query parameters', async () => {
      expect((await client.request('POST', '/v2/stacks?force=true', {})).status).toBe(400);
    });
  });

  describe('GET', () => {
    it('leaves the outputs out where they are not wanted', async () => {
      const { id } = (await create()).body.stack;
      const answer = await client.request<{ stack: object }>('GET', `/v2/stacks/${id}?resolve_outputs=false`);
      expect(answer.body.stack).not.toHaveProperty('outputs');
      expect((await client.request('GET', `/v2/stacks/${id}?resolve_output=false`)).status).toBe(400);
    });

    it('shows another project’s stack to nobody', async () => {
      const { id } = (await create()).body.stack;
      const stranger = await api.clientOf('q', ['admin']);
      for (const path of ['', '/template', '/resources', '/resources/r', '/events', '/operations']) {
        expect((await stranger.request('GET', `/v2/stacks/${id}${path}`)).status).toBe(404);
      }
      expect((await stranger.request('DELETE', `/v2/stacks/${id}`)).status).toBe(404);
      expect((await stranger.request('PUT', `/v2/stacks/${id}`, {})).status).toBe(404);
    });

    it('answers the template as it was accepted, hidden defaults masked', async () => {
      const parameters = { secret: { type: 'string', hidden: true, default: 'planted' } };
      const { id } = (await create({ template: { ...TEMPLATE, parameters } })).body.stack;
      const answer = await client.request<{ parameters: object }>('GET', `/v2/stacks/${id}/template`);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ ...TEMPLATE, parameters: { secret: { default: '******' } } });
    });

    it('answers its numbers as they were written', async () => {
      const written = parseExactJson(
        '{"heat_template_version":"2018-08-31","parameters":{"p":{"type":"string","default":2.0},"q":{"type":"number","default":12345678901234567890}},"outputs":{"o":{"value":[-0.0]}}}',
      );
      const { id, parameters } = (await create({ template: written })).body.stack;
      expect(parameters).toMatchObject({ p: '2.0' });
      expect((await client.request('GET', `/v2/stacks/${id}/template`)).text).toBe(exactJsonText(written));
    });

    it('finds a stack by an id in upper case', async () => {
      const { id } = (await create()).body.stack;
      expect((await client.stack(id.toUpperCase()))?.id).toBe(id);
    });

    it('answers 501 for what can’t be done with the stack yet', async () => {
      const { id } = (await create()).body.stack;
      expect((await client.request('POST', `/v2/stacks/${id}/actions`, { suspend: null })).status).toBe(501);
      expect((await client.stack(id))?.action).toBe('CREATE');
    });
  });

  describe('DELETE', () => {
    async function remove(id: string, headers: Record<string, string> = {}): Promise<Answer<{ stack: WholeStack }>> {
      return client.request('DELETE', `/v2/stacks/${id}`, undefined, headers);
    }

    it('starts an operation that supersedes the one under way', async () => {
      const { id } = (await create()).body.stack;
      const answer = await remove(id);
      expect(answer.status).toBe(202);
      expect(answer.body.stack).toMatchObject({ action: 'DELETE', status: 'IN_PROGRESS', revision: 2 });
      expect(answer.headers.get('etag')).toBe('"2"');
      const [creation, deletion] = await rows<{ id: string; status_reason: string }>(
        'SELECT id, action, status, stage, status_reason, superseded_by FROM operations WHERE stack_id = $1 ORDER BY created_at',
        id,
      );
      const reason = `superseded by operation ${deletion!.id} (DELETE)`;
      expect(creation).toMatchObject({
        stage: 'settled',
        status: 'FAILED',
        status_reason: reason,
        superseded_by: deletion!.id,
      });
      expect(deletion).toMatchObject({
        action: 'DELETE',
        status: 'IN_PROGRESS',
        stage: 'requested',
        superseded_by: null,
      });
      expect(await rows('SELECT operation_id FROM timers WHERE root_id = $1', id)).toEqual([
        { operation_id: deletion!.id },
      ]);
      expect((await eventsOf(id)).slice(2)).toEqual([
        '3 kiln.operation.create.failed',
        '4 kiln.stack.delete.in_progress',
        '5 kiln.operation.delete.in_progress',
      ]);
    });

    it('lists both operations, the current one first', async () => {
      const { id } = (await create()).body.stack;
      await remove(id);
      const answer = await client.request<{ operations: { id: string; action: string }[] }>(
        'GET',
        `/v2/stacks/${id}/operations`,
      );
      expect(answer.body.operations.map(({ action }) => action)).toEqual(['DELETE', 'CREATE']);
      const path = `/v2/stacks/${id}/operations/${answer.body.operations[1]!.id}`;
      expect(await client.request('GET', path)).toMatchObject({
        status: 200,
        body: { operation: { action: 'CREATE', status: 'FAILED', stack_id: id, result: null } },
      });
      expect((await client.request('GET', `/v2/stacks/${id}/operations/${id}`)).status).toBe(404);
    });

    it('of a stack that is being deleted is 202 again, without a new operation', async () => {
      const { id } = (await create()).body.stack;
      const answers = await Promise.all([1, 2, 3, 4, 5].map(() => remove(id)));
      expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202]);
      expect(new Set(answers.map(({ body }) => body.stack.revision))).toEqual(new Set([2]));
      expect(await rows('SELECT 1 FROM operations WHERE stack_id = $1', id)).toHaveLength(2);
    });

    it('of a stack whose deletion failed starts another', async () => {
      const { id } = (await create()).body.stack;
      await remove(id);
      await rows(`UPDATE operations SET stage = 'settled', status = 'FAILED' WHERE stack_id = $1`, id);
      await rows(`UPDATE stacks SET status = 'FAILED', status_reason = 'why' WHERE id = $1`, id);
      expect((await remove(id)).body.stack).toMatchObject({ revision: 3, status: 'IN_PROGRESS', status_reason: '' });
      expect(await rows('SELECT 1 FROM operations WHERE stack_id = $1', id)).toHaveLength(3);
    });

    it('looks at If-Match', async () => {
      const { id } = (await create()).body.stack;
      expect((await remove(id, { 'if-match': '"2"' })).status).toBe(412);
      expect((await remove(id, { 'if-match': 'nonsense' })).status).toBe(400);
      expect((await client.stack(id))?.action).toBe('CREATE');
      expect((await remove(id, { 'if-match': '"7", "1"' })).status).toBe(202);
    });

    it('lets one of two with the same If-Match win', async () => {
      const { id } = (await create()).body.stack;
      const answers = await Promise.all([1, 2].map(() => remove(id, { 'if-match': '"1"' })));
      expect(answers.map(({ status }) => status).sort()).toEqual([202, 412]);
    });

    it('of a stack that is gone is a 404, as reading it is; its operations can still be read', async () => {
      const { id } = (await create()).body.stack;
      await rows('UPDATE stacks SET deleted_at = now() WHERE id = $1', id);
      expect((await remove(id)).status).toBe(404);
      expect((await client.request('GET', `/v2/stacks/${id}`)).status).toBe(404);
      expect((await client.request('GET', `/v2/stacks/${id}/template`)).status).toBe(404);
      expect((await client.request('GET', `/v2/stacks/${id}/resources`)).status).toBe(404);
      expect((await client.request('GET', `/v2/stacks/${id}/operations`)).status).toBe(200);
      expect((await client.request('GET', `/v2/stacks/${id}/events`)).status).toBe(200);
    });
  });

  it('holds the quota of stacks exactly, however many are made at once', async () => {
    const small = await ApiInProcess.start({ env: { KILN_QUOTA_STACKS: '3' } });
    try {
      const template = { stack_name: 'x', template: TEMPLATE };
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, at) =>
          small.admin.request<Refusal>('POST', '/v2/stacks', { ...template, stack_name: `s${at}` }),
        ),
      );
      expect(answers.filter(({ status }) => status === 202)).toHaveLength(3);
      const over = answers.filter(({ status }) => status === 403);
      expect(over).toHaveLength(9);
      expect(over[0]!.body.detail).toContain('"stacks"');
    } finally {
      await small.stop();
    }
  });

  it('announces what it accepted to the engines', async () => {
    const commands: CommandMessage[] = [];
    const broker = new Broker({
      url: api.brokerUrl,
      name: 'test',
      log: { info: () => undefined, warn: () => undefined },
    });
    try {
      const take = (message: ConsumeMessage): Promise<void> => {
        commands.push(JSON.parse(message.content.toString()) as CommandMessage);
        return Promise.resolve();
      };
      broker.consume(QUEUES.commands, take, { prefetch: 10 });
      const answer = await create();
      const { id } = answer.body.stack;
      const command = await until('the command arrives', () => commands.find(({ stack_id }) => stack_id === id));
      const [operation] = await rows<{ id: string }>('SELECT id FROM operations WHERE stack_id = $1', id);
      const requestId = answer.headers.get('x-openstack-request-id');
      expect(command).toEqual({ stack_id: id, operation_id: operation!.id, request_id: requestId });
    } finally {
      await broker.close();
    }
  });
});
