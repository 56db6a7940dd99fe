import { randomBytes, randomUUID } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { processEnvironment } from '#configuration';
import { lookAt, makeStep, runStep } from '../contract/run-step';
import { resourceTypeContract } from '../contract/resource-type-contract';
import type { ContractSubject } from '../contract/resource-type-contract';
import type { Step } from '../resource-type';
import { createTypeRegistry } from '../type-registry';
import { database } from './database';
import { LOCK_CLASS, withSession } from './session';

const environment = processEnvironment();
const url = environment.text('KILN_PROVIDER_DATABASE_URL', { description: 'PostgreSQL for resources' });
environment.finish({});
const type = createTypeRegistry([database]).get('Kiln::PostgreSQL::Database');
const project = `test${randomBytes(6).toString('hex')}`;
const providers = { database: { url } };

/** Of the provider's role, as somebody uses it who knows nothing of Kiln. */
async function query(text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

async function living(): Promise<string[]> {
  const rows = await query(`SELECT datname FROM pg_database WHERE datname LIKE '${project}\\_%' ORDER BY 1`);
  return rows.map((row) => row['datname'] as string);
}

async function make(name: string): Promise<void> {
  await query(`CREATE DATABASE ${escapeIdentifier(name)}`);
}

async function drop(name: string): Promise<void> {
  await query(`DROP DATABASE ${escapeIdentifier(name)}`);
}

const subject: ContractSubject = {
  type,
  providers,
  project,
  properties: {},
  living,
  named: { properties: { name: 'orders' }, placeStranger: make, removeStranger: drop },
};

const stepOf = (values: Partial<Step> = {}): Step =>
  makeStep({ project, providers, properties: {}, resourceId: randomUUID(), ...values });

describe('Kiln::PostgreSQL::Database', () => {
  afterAll(async () => {
    for (const name of await living()) await drop(name);
  });

  it.each(resourceTypeContract.map((rule) => [rule.name, rule] as const))('%s', async (_name, rule) => {
    await rule.run(subject);
  });

  it('tells where it is, without a password, and keeps its limit of connections', async () => {
    const step = stepOf({ properties: { name: 'limited', connection_limit: 3 } });
    const { answer } = await runStep(type, 'create', step);
    const { hostname, port, password } = new URL(url);
    expect(answer.attributes).toEqual({ name: `${project}_limited`, host: hostname, port: Number(port) });
    expect(JSON.stringify(answer)).not.toContain(password);
    expect(await query(`SELECT datconnlimit FROM pg_database WHERE datname = '${project}_limited'`)).toEqual([
      { datconnlimit: 3 },
    ]);
    await runStep(type, 'delete', { ...step, physicalId: answer.physicalId });
  });

  it('finds another limit of connections than it was made with, and changes it back in place', async () => {
    const step = stepOf({ properties: { name: 'drifting', connection_limit: 3 } });
    const { answer } = await runStep(type, 'create', step);
    const made = { ...step, physicalId: answer.physicalId };
    await query(`ALTER DATABASE ${escapeIdentifier(answer.physicalId!)} CONNECTION LIMIT 7`);
    expect(await lookAt(type, made)).toEqual({
      ...{ outcome: 'found', properties: { connection_limit: 7 }, physicalId: answer.physicalId },
      attributes: answer.attributes,
    });
    expect(await type.update!({ ...made, previous: { connection_limit: 7 } })).toEqual(answer);
    expect(await lookAt(type, made)).toMatchObject({ properties: { connection_limit: 3 } });
    await runStep(type, 'delete', made);
  });

  it('changes nothing that is not its own', async () => {
    await make(`${project}_strangers`);
    const step = stepOf({ properties: { connection_limit: 3 }, physicalId: `${project}_strangers` });
    await expect(type.update!({ ...step, previous: {} })).rejects.toThrow('not there any more, or not this resource');
    const text = `SELECT datconnlimit FROM pg_database WHERE datname = '${project}_strangers'`;
    expect(await query(text)).toEqual([{ datconnlimit: -1 }]);
    await drop(`${project}_strangers`);
  });

  it('takes nothing for gone where nobody answers', async () => {
    const nobody = { database: { url: 'postgres://kiln:s3cret@127.0.0.1:1/x' } };
    const answer = await type.check!(stepOf({ providers: nobody, physicalId: 'x' }));
    expect(answer).toMatchObject({ outcome: 'again', afterMs: 200 });
  });

  it('is deleted while somebody is connected to it', async () => {
    const step = stepOf();
    const { answer } = await runStep(type, 'create', step);
    const inside = new URL(url);
    inside.pathname = `/${answer.physicalId ?? ''}`;
    const client = new Client({ connectionString: inside.href });
    const cut = new Promise((resolve) => client.on('error', resolve));
    await client.connect();
    await runStep(type, 'delete', { ...step, physicalId: answer.physicalId });
    await cut;
    expect(await living()).toEqual([]);
  });

  it('takes over what a worker made and did not mark', async () => {
    const step = stepOf({ properties: { name: 'unmarked' } });
    const looked = await type.create(step);
    if (looked.outcome !== 'again') throw new Error('not again');
    await make(`${project}_unmarked`);
    const next = { ...step, state: looked.state, physicalId: looked.physicalId ?? null };
    const { answer } = await runStep(type, 'create', next);
    await runStep(type, 'delete', { ...step, physicalId: answer.physicalId });
    expect(await living()).toEqual([]);
  });

  it('deletes what a worker made and did not mark', async () => {
    const step = stepOf({ properties: { name: 'unmarked' } });
    const looked = await type.create(step);
    await make(`${project}_unmarked`);
    const physicalId = looked.outcome === 'again' ? (looked.physicalId ?? null) : null;
    await runStep(type, 'delete', { ...step, physicalId });
    expect(await living()).toEqual([]);
  });

  it('leaves alone what another role made, also while it is pending', async () => {
    // Every server has one of another role.
    await runStep(type, 'delete', stepOf({ physicalId: 'pending:template1' }));
    expect(await query(`SELECT datname FROM pg_database WHERE datname = 'template1'`)).toHaveLength(1);
  });

  it('gives one name to one of two resources that ask for it at once', async () => {
    const steps = [stepOf({ properties: { name: 'wanted' } }), stepOf({ properties: { name: 'wanted' } })];
    const runs = await Promise.allSettled(steps.map((step) => runStep(type, 'create', step)));
    expect(runs.map((run) => run.status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = steps[runs.findIndex((run) => run.status === 'fulfilled')]!;
    const loser = steps[runs.findIndex((run) => run.status === 'rejected')]!;
    const name = `${project}_wanted`;
    await runStep(type, 'delete', { ...loser, physicalId: `pending:${name}` });
    expect(await living()).toEqual([name]);
    await runStep(type, 'delete', { ...winner, physicalId: name });
    expect(await living()).toEqual([]);
  });

  it('closes its connections', async () => {
    const named = new URL(url);
    named.searchParams.set('application_name', project);
    const step = stepOf({ providers: { database: { url: named.href } }, physicalId: `${project}_none` });
    await Promise.all([1, 2, 3, 4, 5, 6].map(() => runStep(type, 'delete', step)));
    expect(await query(`SELECT 1 FROM pg_stat_activity WHERE application_name = '${project}'`)).toEqual([]);
  });

  it('ends at the deadline of the step, also while another step has the name', async () => {
    const name = `${project}_held`;
    const other = new Client({ connectionString: url });
    await other.connect();
    await other.query('SELECT pg_advisory_lock($1, hashtext($2))', [LOCK_CLASS, name]);
    const deadline = new AbortController();
    const call = type.delete(stepOf({ physicalId: name, signal: deadline.signal }));
    deadline.abort(new Error('past its deadline'));
    await expect(call).rejects.toThrow('past its deadline');
    await other.end();
  });

  it('has the server end sessions whose worker was stopped, before another worker takes over', async () => {
    const settings = await withSession(stepOf(), (session) =>
      session.query(
        `SELECT name, setting FROM pg_settings WHERE name IN ('idle_session_timeout', 'lock_timeout') ORDER BY 1`,
      ),
    );
    expect(settings).toEqual([
      { name: 'idle_session_timeout', setting: '10000' },
      { name: 'lock_timeout', setting: '3000' },
    ]);
  });

  it('keeps the words of a server that refuses the credentials, and hides the password', async () => {
    const refused = new URL(url);
    refused.password = 'wr0ng';
    const failure: unknown = await type
      .create(stepOf({ providers: { database: { url: refused.href } } }))
      .catch((error: unknown) => error);
    expect(String(failure)).toContain('password authentication failed');
    expect(String(failure)).not.toContain('wr0ng');
  });

  it('tries again where nobody answers', async () => {
    const nobody = { database: { url: 'postgres://kiln:s3cret@127.0.0.1:1/x' } };
    const answer = await type.create(stepOf({ providers: nobody }));
    expect(answer).toMatchObject({ outcome: 'again', afterMs: 200 });
  });
});
