import { randomUUID } from 'node:crypto';
import type { CloudEvent } from '#contracts';
import { SecretBox } from '#entities';
import type { Answer, ApiClient } from '../../../test/support/api-client';
import { ApiInProcess } from '../../../test/support/api-in-process';

const KEY = Buffer.alloc(32, 7);
const secrets = new SecretBox(KEY);

let api: ApiInProcess;
let client: ApiClient;
let stack: string;

beforeAll(async () => {
  api = await ApiInProcess.start({ env: { KILN_SECRET_KEY: KEY.toString('base64') } });
  client = await api.clientOf('p', ['member']);
});

afterAll(async () => {
  await api.stop();
});

beforeEach(async () => {
  stack = await client.create(`s-${randomUUID()}`, { heat_template_version: '2018-08-31' });
});

/** A resource in a state; without attributes it was never made whole. */
async function seed(state: string, attributes: object | null = { value: 'v' }): Promise<void> {
  const [action, status] = state.split(' ');
  await api.database.query(
    `INSERT INTO resources (id, stack_id, root_id, definition_id, name, type, made_type, action, status, requires,
       required_by, deletion_policy, sealed_attributes, physical_id)
     VALUES ($1, $2, $2, $2, 'r', 'OS::Heat::Value', 'OS::Heat::Value', $3, $4, '{}', '{}', 'Delete', $5, 'outside')`,
    [randomUUID(), stack, action, status, attributes ? secrets.seal(attributes as never) : null],
  );
}

async function mark(body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return client.request('PATCH', `/v2/stacks/${stack}/resources/r`, body, headers);
}

async function stored(): Promise<string> {
  const text = 'SELECT action, status, status_reason, marked_unhealthy FROM resources WHERE stack_id = $1';
  const [row] = await api.database.query<Record<string, string | boolean>[]>(text, [stack]);
  return Object.values(row!).join(' ');
}

async function told(): Promise<CloudEvent[]> {
  const text = 'SELECT body FROM outbox WHERE root_id = $1 ORDER BY id';
  const rows = await api.database.query<{ body: string }[]>(text, [stack]);
  return rows.map(({ body }) => JSON.parse(body) as CloudEvent).filter(({ subject }) => subject.endsWith('/r'));
}

describe('a mark on a resource', () => {
  it('makes it CHECK FAILED with the reason, which is told', async () => {
    await seed('CREATE COMPLETE');
    const answer = await mark({ mark_unhealthy: true, reason: 'it smells' });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        resource: {
          ...{ resource_name: 'r', action: 'CHECK', status: 'FAILED', status_reason: 'it smells' },
          attributes: { value: 'v' },
        },
      },
    });
    expect((await client.request('GET', `/v2/stacks/${stack}/resources/r`)).body).toEqual(answer.body);
    expect(await stored()).toBe('CHECK FAILED it smells true');
    expect((await told()).map(({ type, data }) => [type, data.status_reason, data.physical_resource_id])).toEqual([
      ['kiln.resource.check.failed', 'it smells', 'outside'],
    ]);
  });

  it('needs no reason, and takes another one', async () => {
    await seed('UPDATE FAILED');
    await mark({ mark_unhealthy: true });
    expect(await stored()).toBe('CHECK FAILED marked as unhealthy true');
    await mark({ mark_unhealthy: true, reason: 'it still smells' });
    expect(await stored()).toBe('CHECK FAILED it still smells true');
  });

  it('is taken back, and so is what a check found', async () => {
    await seed('CHECK FAILED');
    expect((await mark({ mark_unhealthy: false, reason: 'it is only the paint' })).body).toMatchObject({
      resource: { action: 'CHECK', status: 'COMPLETE', status_reason: 'it is only the paint' },
    });
    await mark({ mark_unhealthy: true });
    await mark({ mark_unhealthy: false });
    expect(await stored()).toBe('CHECK COMPLETE  false');
    expect((await told()).map(({ type }) => type)).toEqual([
      'kiln.resource.check.complete',
      'kiln.resource.check.failed',
      'kiln.resource.check.complete',
    ]);
  });

  it('changes and tells nothing where what is healthy is said to be', async () => {
    await seed('UPDATE COMPLETE');
    expect((await mark({ mark_unhealthy: false })).body).toMatchObject({
      resource: { action: 'UPDATE', status: 'COMPLETE' },
    });
    expect(await told()).toEqual([]);
  });

  it('makes nothing whole that never was, when it is taken back', async () => {
    await seed('CREATE FAILED', null);
    await mark({ mark_unhealthy: true });
    await mark({ mark_unhealthy: false });
    expect(await stored()).toBe('CREATE FAILED  false');
  });

  it.each([
    ['INIT COMPLETE', 'has not been made'],
    ['UPDATE IN_PROGRESS', 'is UPDATE IN_PROGRESS'],
    ['DELETE FAILED', 'is DELETE FAILED'],
  ])('is refused of what is %s', async (state, detail) => {
    await seed(state);
    expect(await mark({ mark_unhealthy: true })).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining(detail) as string },
    });
    expect(await stored()).toBe(`${state}  false`);
    expect(await told()).toEqual([]);
  });

  it('is refused while somebody looks at it, who could not know of the mark', async () => {
    await seed('CREATE COMPLETE');
    await api.database.query(
      `INSERT INTO nodes (id, operation_id, root_id, resource_id, phase, task, state, waiting_for, dependents)
       SELECT 1, r.stack_id, r.stack_id, r.id, 'forward', 'check', 'running', 0, '{}' FROM resources r WHERE r.stack_id = $1`,
      [stack],
    );
    expect(await mark({ mark_unhealthy: true })).toMatchObject({
      status: 409,
      body: { detail: 'the resource is being looked at: mark it when that is over' },
    });
    await api.database.query(`UPDATE nodes SET state = 'parked'`);
    expect((await mark({ mark_unhealthy: true })).status).toBe(200);
    await api.database.query('DELETE FROM nodes');
  });

  it('is refused of a stack that is being deleted', async () => {
    await seed('CREATE COMPLETE');
    await client.request('DELETE', `/v2/stacks/${stack}`);
    expect((await mark({ mark_unhealthy: true })).status).toBe(409);
  });

  it('is made once by requests with one Idempotency-Key', async () => {
    await seed('CREATE COMPLETE');
    const headers = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(Array.from({ length: 5 }, () => mark({ mark_unhealthy: true }, headers)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await told()).toHaveLength(1);
  });

  it.each<[unknown, string]>([
    [{}, '/mark_unhealthy'],
    [{ mark_unhealthy: 'yes' }, '/mark_unhealthy'],
    [{ mark_unhealthy: true, reason: 1 }, '/reason'],
    [{ mark_unhealthy: true, reason: 'x'.repeat(1_001) }, '/reason'],
    [{ mark_unhealthy: true, reasons: '' }, '/reasons'],
  ])('is not to be had from %j', async (body, path) => {
    await seed('CREATE COMPLETE');
    expect(await mark(body)).toMatchObject({ status: 400, body: { errors: [{ path }] } });
    expect(await stored()).toBe('CREATE COMPLETE  false');
  });

  it('is a 404 where there is no such resource, stack or project', async () => {
    expect((await mark({ mark_unhealthy: true })).status).toBe(404);
    await seed('CREATE COMPLETE');
    const stranger = await api.clientOf('q', ['member']);
    const path = `/v2/stacks/${stack}/resources/r`;
    expect((await stranger.request('PATCH', path, { mark_unhealthy: true })).status).toBe(404);
  });
});
