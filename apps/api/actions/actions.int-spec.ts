import { randomUUID } from 'node:crypto';
import type { Answer, ApiClient } from '../../../test/support/api-client';
import { ApiInProcess } from '../../../test/support/api-in-process';

type Acted = Answer<{ operation: { id: string; action: string; status: string }; detail: string }>;

const TEMPLATE = { heat_template_version: '2021-04-16', resources: { r: { type: 'OS::Heat::None' } } };

let api: ApiInProcess;
let client: ApiClient;

beforeAll(async () => {
  api = await ApiInProcess.start();
  client = await api.clientOf('p', ['member']);
});

afterAll(async () => {
  await api.stop();
});

/** A stack whose state is said to be this; no engine is there. */
async function stackThatIs(state: string): Promise<string> {
  const id = await client.create(`is-${randomUUID()}`, TEMPLATE);
  const [action, status] = state.split(' ');
  await api.database.query('UPDATE stacks SET action = $2, status = $3 WHERE id = $1', [id, action, status]);
  if (status === 'PAUSED')
    await api.database.query('UPDATE operations SET paused_at = now() WHERE stack_id = $1', [id]);
  return id;
}

async function act(id: string, body: object, headers: Record<string, string> = {}): Promise<Acted> {
  return client.request('POST', `/v2/stacks/${id}/actions`, body, headers);
}

async function operationsOf(id: string): Promise<string[]> {
  const rows = await api.database.query<{ text: string }[]>(
    `SELECT action || ' ' || status AS text FROM operations WHERE stack_id = $1 ORDER BY created_at`,
    [id],
  );
  return rows.map(({ text }) => text);
}

const STATES = ['CREATE', 'UPDATE', 'DELETE', 'ROLLBACK', 'CHECK', 'CONVERGE'].flatMap((action) =>
  ['IN_PROGRESS', 'PAUSED', 'COMPLETE', 'FAILED'].map((status) => `${action} ${status}`),
);

const ALLOWED: readonly [body: object, isAllowed: (state: string) => boolean][] = [
  [{ pause: null }, (state) => state.endsWith('IN_PROGRESS')],
  [{ resume: null }, (state) => state.endsWith('PAUSED')],
  [{ retry: null }, (state) => state.endsWith('FAILED')],
  [{ check: null }, (state) => /^(?!DELETE).*(COMPLETE|FAILED)$/.test(state)],
  [{ converge: null }, (state) => /^(?!DELETE).*(COMPLETE|FAILED)$/.test(state)],
  [{ cancel_update: null }, () => false],
  [{ cancel_update: { rollback: false } }, (state) => /^(CREATE|UPDATE) (IN_PROGRESS|PAUSED)$/.test(state)],
];

describe('actions', () => {
  it.each(STATES.filter((state) => state !== 'DELETE COMPLETE'))(
    'are taken of a stack that allows them: %s',
    async (state) => {
      for (const [body, isAllowed] of ALLOWED) {
        const id = await stackThatIs(state);
        const answer = await act(id, body);
        expect([body, answer.status]).toEqual([body, isAllowed(state) ? 202 : 409]);
        if (answer.status === 202) {
          expect(answer.headers.get('location')).toBe(
            `${client.url}/v2/stacks/${id}/operations/${answer.body.operation.id}`,
          );
        } else if (!answer.body.detail.startsWith('the stack was never whole')) {
          expect(answer.body.detail).toMatch(new RegExp(`the stack .*${state}`));
        }
      }
    },
  );

  it('do not roll back a stack that was never whole', async () => {
    const id = await stackThatIs('UPDATE IN_PROGRESS');
    const { status, body } = await act(id, { cancel_update: {} });
    expect([status, body.detail]).toEqual([409, expect.stringContaining('send {"rollback": false}')]);
    await api.database.query('UPDATE stacks SET good_definition_id = definition_id WHERE id = $1', [id]);
    expect((await act(id, { cancel_update: {} })).body.operation).toMatchObject({ action: 'ROLLBACK' });
    expect(await operationsOf(id)).toEqual(['CREATE FAILED', 'ROLLBACK IN_PROGRESS']);
  });

  it('that come many times at once with one key are done once, and answered alike', async () => {
    const id = await stackThatIs('CREATE FAILED');
    const key = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => act(id, { retry: null }, key)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]!.status).toBe(202);
    expect(await operationsOf(id)).toEqual(['CREATE FAILED', 'CREATE IN_PROGRESS']);
  });

  it('of which many are asked for at once are decided one after the other', async () => {
    const id = await client.create(`at-once-${randomUUID()}`, TEMPLATE);
    const answers = await Promise.all(Array.from({ length: 20 }, () => act(id, { pause: null })));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, ...Array.from({ length: 19 }, () => 409)]);
  });

  it('are for the state that the client knows', async () => {
    const id = await stackThatIs('CREATE IN_PROGRESS');
    expect((await act(id, { pause: null }, { 'if-match': '"99"' })).status).toBe(412);
    expect((await act(id, { pause: null }, { 'if-match': '"1"' })).status).toBe(202);
  });

  it('take back what the work queue was told and nobody has begun, and keep the time of the pause out', async () => {
    const id = await client.create(`counted-${randomUUID()}`, TEMPLATE);
    const [{ id: operation, resource }] = await api.database
      .query<[{ id: string; resource: string }]>(
        `UPDATE operations SET stage = 'running', total = 3, published = 2, running = 1, deadline = now() + interval '1 hour'
       WHERE stack_id = $1 RETURNING id, $2::text AS resource`,
        [id, randomUUID()],
      )
      .then(([rows]) => rows as unknown as [{ id: string; resource: string }]);
    const nodes = ['published 0', 'published 1', 'running 1'].map((text) => text.split(' '));
    for (const [position, [state, token]] of nodes.entries()) {
      await api.database.query(
        `INSERT INTO nodes (id, operation_id, root_id, resource_id, phase, task, state, waiting_for, dependents, token, deadline)
         VALUES ($1, $2, $3, $4, 'forward', 'create', $5, 0, '{}', $6, now() + interval '1 minute')`,
        [position, operation, id, resource, state, token],
      );
    }
    await act(id, { pause: null });
    const shown = async (): Promise<unknown> =>
      (
        await api.database.query<unknown[]>(
          `SELECT o.ready, o.published, o.running, (SELECT string_agg(n.state, ' ' ORDER BY n.id) FROM nodes n) AS nodes,
             (SELECT count(*)::int FROM timers t WHERE t.operation_id = o.id) AS timers
           FROM operations o WHERE o.id = $1`,
          [operation],
        )
      )[0];
    expect(await shown()).toEqual({ ready: 1, published: 1, running: 1, nodes: 'ready published running', timers: 0 });
    await api.database.query(`UPDATE operations SET paused_at = paused_at - interval '2 hours' WHERE id = $1`, [
      operation,
    ]);
    await act(id, { resume: null });
    expect(await shown()).toMatchObject({ timers: 1 });
    const [late] = await api.database.query<unknown[]>(
      `SELECT o.deadline > now() + interval '2 hours' AS operation, t.due_at = o.deadline AS timer,
         (SELECT string_agg((n.deadline > now() + interval '1 hour')::text, ' ' ORDER BY n.id) FROM nodes n) AS nodes
       FROM operations o JOIN timers t ON t.operation_id = o.id WHERE o.id = $1`,
      [operation],
    );
    // A step in progress went on meanwhile.
    expect(late).toEqual({ operation: true, timer: true, nodes: 'true true false' });
  });
});
