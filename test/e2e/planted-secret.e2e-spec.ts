import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ApiClient } from '../support/api-client';
import type { Answer } from '../support/api-client';
import { checkAnswer } from '../support/contract/check-answer';
import { MessageTrace, dumpOf } from '../support/evidence';
import { Planted, findingsOf } from '../support/planted';
import type { Shown } from '../support/planted';
import { until } from '../support/until';
import { useKiln } from '../support/use-kiln';
import { expectEveryChangeTold } from '../support/whole';

jest.setTimeout(120_000);

const SECRET_KEY = randomBytes(32).toString('base64');

const visible = new Planted('visible');
const secrets = {
  given: new Planted('given'),
  givenOn: new Planted('givenOn'),
  default: new Planted('default'),
  environment: new Planted('environment'),
  put: new Planted('put'),
  patched: new Planted('patched'),
  last: new Planted('last'),
  failing: new Planted('failing'),
  replaced: new Planted('replaced'),
  replacing: new Planted('replacing'),
  noEcho: new Planted('noEcho'),
  metadata: new Planted('metadata'),
  refused: new Planted('refused'),
  validated: new Planted('validated'),
  later: new Planted('later'),
  credential: new Planted('credential'),
};

describe('secrets that were planted everywhere', () => {
  const kiln = useKiln({
    env: {
      KILN_LOG_LEVEL: 'trace',
      // The engine's planner has no room for all that it plans: work goes through the broker.
      KILN_ENGINE_MAX_IN_FLIGHT: '1',
      KILN_SECRET_KEY: SECRET_KEY,
      KILN_RESOURCE_TYPE_MODULES: join(__dirname, '../../dist/test/cloud/tattling-types.js'),
    },
  });
  const answers: { where: string; text: string }[] = [];
  const dumps: { where: string; text: string }[] = [];
  let trace: MessageTrace;
  let api: ApiClient;
  let planted: readonly Planted[];

  /** What a template gives on into attributes, outputs and metadata is shown to whoever may read the stack. */
  const given: Answer[] = [];

  beforeAll(async () => {
    trace = await MessageTrace.start(kiln.brokerUrl);
    api = new ApiClient(kiln.api.url, kiln.token, (exchange) => {
      checkAnswer(exchange);
      const { method, url, status, headers, text } = exchange;
      const shown = `${JSON.stringify([...headers])} ${text ?? ''}`;
      answers.push({ where: `${method} ${url} (${status})`, text: shown });
    });
    const ownSecrets = [new Planted('KILN_TOKEN', kiln.token.slice(-30)), new Planted('KILN_SECRET_KEY', SECRET_KEY)];
    planted = [...Object.values(secrets), ...ownSecrets];
    try {
      await liveThroughEverything();
      await until('every notification was traced', async () => {
        const [{ told }] = await kiln.database.query<[{ told: number }]>(
          'SELECT count(*)::int AS told FROM watch.told',
        );
        return trace.shown().filter(({ where }) => where === 'publish.kiln.notifications').length >= told;
      });
    } finally {
      await trace.close();
    }
  });

  const HIDDEN = { type: 'string', hidden: true };

  function template(tattler: object, rest: object = {}): object {
    return {
      heat_template_version: '2021-04-16',
      parameters: {
        password: HIDDEN,
        other: { ...HIDDEN, default: secrets.default.text },
        more: HIDDEN,
        shown: { type: 'string' },
      },
      resources: {
        value: {
          type: 'OS::Heat::Value',
          properties: { value: { list_join: [' ', ['other', 'more'].map((name) => ({ get_param: name }))] } },
          metadata: { password: { get_param: 'password' } },
        },
        tattler: {
          type: 'Test::Tattling',
          properties: { text: { get_param: 'password' }, shown: { get_param: 'shown' }, ...tattler },
        },
        ...rest,
      },
    };
  }

  const environment = { parameters: { more: secrets.environment.text } };
  const parametersWith = (password: Planted): object => ({ password: password.text, shown: visible.text });

  async function liveThroughEverything(): Promise<void> {
    const id = await create();
    await read(id);
    await update(id);
    await refuse(id);
    await askForWhatComesLater(id);
    await fail();
    await failInCfn();
    await failToRemoveReplaced();
    await expectEveryChangeTold({ api, database: kiln.database }, id);
    await giveOn();
    await dump('at the end');
    await remove(id);
    await dump('after the delete');
  }

  /** Asks a client whose answers are not among those that are looked through. */
  async function giveOn(): Promise<void> {
    const outputs = { password: { value: { get_param: 'password' } } };
    const id = await kiln.api.create(
      'given-on',
      { ...template({}), outputs },
      {
        environment,
        parameters: parametersWith(secrets.givenOn),
      },
    );
    await expectState(id, 'CREATE', 'COMPLETE');
    const paths = [
      `/v2/stacks/${id}`,
      `/v2/stacks/${id}/resources/tattler`,
      `/v2/stacks/${id}/resources/value/metadata`,
    ];
    for (const path of paths) given.push(await kiln.api.request('GET', path));
  }

  async function dump(when: string): Promise<void> {
    dumps.push(...(await dumpOf(kiln.database)).map(({ where, text }) => ({ where: `${where} ${when}`, text })));
  }

  async function create(): Promise<string> {
    const body = {
      stack_name: 'planted',
      template: template({ wait_ms: 1_500 }),
      environment,
      parameters: parametersWith(secrets.given),
    };
    const headers = { 'idempotency-key': 'planted' };
    const answer = await api.request<{ stack: { id: string } }>('POST', '/v2/stacks', body, headers);
    expect(answer.status).toBe(202);
    const { id } = answer.body.stack;
    await until('a step keeps a state', async () => {
      const rows = await kiln.database.query<unknown[]>('SELECT 1 FROM nodes WHERE sealed_step_state IS NOT NULL');
      return rows.length > 0;
    });
    await dump('in the middle of a create');
    await expectState(id, 'CREATE', 'COMPLETE');
    expect((await api.request('POST', '/v2/stacks', body, headers)).text).toBe(answer.text);
    const another = { ...body, parameters: parametersWith(secrets.refused) };
    await expectStatus(422, 'POST', '/v2/stacks', another, headers);
    await expectStatus(409, 'POST', '/v2/stacks', another);
    return id;
  }

  async function expectState(id: string, action: string, status: string): Promise<void> {
    await until(`the stack is ${action} ${status}`, async () => {
      const [row] = await kiln.database.query<{ action: string; status: string }[]>(
        'SELECT action, status FROM stacks WHERE id = $1',
        [id],
      );
      if (row?.status === 'IN_PROGRESS') return false;
      expect(row).toEqual({ action, status });
      return true;
    });
  }

  async function expectStatus(status: number, ...request: Parameters<ApiClient['request']>): Promise<void> {
    expect([request.slice(0, 2), (await api.request(...request)).status]).toEqual([request.slice(0, 2), status]);
  }

  async function read(id: string): Promise<void> {
    const stack = `/v2/stacks/${id}`;
    for (const path of [
      `${stack}?resolve_outputs=false`,
      '/v2/stacks?show_deleted=true&with_count=true',
      `${stack}/template`,
      `${stack}/environment`,
      `${stack}/files`,
      `${stack}/graph`,
      `${stack}/operations`,
      `${stack}/resources`,
      `${stack}/events`,
      `${stack}/resources/events`,
    ]) {
      await expectStatus(200, 'GET', path);
    }
  }

  /** Every reason of a failure tells of the secret of now, and of the one before. */
  async function update(id: string): Promise<void> {
    const stack = `/v2/stacks/${id}`;
    const put = { template: template({}), environment, parameters: parametersWith(secrets.put) };
    await expectStatus(202, 'PUT', stack, put, { 'idempotency-key': 'put' });
    await expectState(id, 'UPDATE', 'COMPLETE');
    await expectStatus(412, 'PUT', stack, put, { 'if-match': '"1"' });
    const failing = template({ fails: 'update' });
    await expectStatus(202, 'PATCH', stack, { template: template({}), parameters: { password: secrets.patched.text } });
    await expectState(id, 'UPDATE', 'COMPLETE');
    await read(id);
    await expectStatus(202, 'PATCH', stack, { template: failing, parameters: { password: secrets.last.text } });
    await expectState(id, 'UPDATE', 'FAILED');
    await read(id);
    const metadata = `${stack}/resources/value/metadata`;
    await kiln.api.request('PUT', metadata, { metadata: { token: secrets.metadata.text } });
    await kiln.api.request('PATCH', metadata, { metadata: { shown: true } });
  }

  async function refuse(id: string): Promise<void> {
    const { text } = secrets.refused;
    const parameters = { password: text, shown: visible.text, more: text };
    const constrained = (constraint: object): object => ({
      ...template({}),
      parameters: { password: { ...HIDDEN, constraints: [constraint] }, other: HIDDEN, more: HIDDEN, shown: HIDDEN },
    });
    const wrong: object[] = [
      { template: constrained({ length: { max: 3 } }), parameters: { ...parameters, other: text } },
      { template: constrained({ allowed_pattern: 'x' }), parameters: { ...parameters, other: text } },
      { template: constrained({ allowed_values: ['x'] }), parameters: { ...parameters, other: text } },
      { template: template({ wait_ms: { get_param: 'password' } }), parameters },
      { template: template({ fails: { get_param: 'password' } }), parameters },
      { template: { ...template({}), parameters: { password: { ...HIDDEN, type: 'number' } } }, parameters },
      { template: template({}), parameters: { password: text } },
    ];
    for (const [index, body] of wrong.entries()) {
      await expectStatus(400, 'POST', '/v2/stacks', { stack_name: `refused-${index}`, ...body });
      await expectStatus(400, 'PUT', `/v2/stacks/${id}`, body);
    }
    await expectStatus(401, 'GET', '/v2/stacks', undefined, {
      'x-auth-token': secrets.credential.text.replace('ü', ''),
    });
    const broken = await fetch(`${api.url}/v2/stacks`, {
      method: 'POST',
      headers: { 'x-auth-token': kiln.token, 'content-type': 'application/json' },
      body: `{"stack_name": "broken", "parameters": {"password": "${text.slice(1)}" oops`,
    });
    expect(broken.status).toBe(400);
    answers.push({ where: 'broken JSON', text: await broken.text() });
    // Said by the path, which the api logs, and told in the answer's links.
    await expectStatus(404, 'GET', `/v2/stacks/${id}/resources/${visible.text.replaceAll(/\W/g, '')}`);
  }

  async function askForWhatComesLater(id: string): Promise<void> {
    const body = { template: template({}), environment, parameters: parametersWith(secrets.validated) };
    await expectStatus(200, 'POST', '/v2/validate_template', body);
    const stack = `/v2/stacks/${id}`;
    const sink = { kind: 'webhook', url: 'https://example.org/', secret: secrets.later.text };
    await expectStatus(200, 'POST', '/v2/stacks/preview', { stack_name: 'preview', ...body });
    await expectStatus(200, 'POST', `${stack}/preview`, body);
    // Nothing that takes signals is there; what is refused is not shown either.
    await expectStatus(400, 'POST', `${stack}/resources/value/signal`, { data: secrets.later.text });
    await expectStatus(404, 'POST', `/v2/signals/${encodeURIComponent(secrets.later.text)}`, {});
    await expectStatus(501, 'POST', '/v2/subscriptions', { name: 'planted', filter: {}, sink });
  }

  async function fail(): Promise<void> {
    const id = await api.create('failing', template({ fails: 'create' }), {
      environment,
      parameters: parametersWith(secrets.failing),
    });
    await expectState(id, 'CREATE', 'FAILED');
    await read(id);
    await remove(id);
  }

  async function failInCfn(): Promise<void> {
    const id = await api.create('failing-cfn', {
      AWSTemplateFormatVersion: '2010-09-09',
      Parameters: { Password: { Type: 'String', NoEcho: true, Default: secrets.noEcho.text } },
      Resources: { Tattler: { Type: 'Test::Tattling', Properties: { text: { Ref: 'Password' }, fails: 'create' } } },
    });
    await expectState(id, 'CREATE', 'FAILED');
    await read(id);
  }

  /** What was replaced can't be deleted, which is said in words of the secret of before. */
  async function failToRemoveReplaced(): Promise<void> {
    const parts = { environment, parameters: parametersWith(secrets.replaced) };
    const id = await api.create('replaced', template({ place: 'a', fails_delete: true }), parts);
    await expectState(id, 'CREATE', 'COMPLETE');
    const body = { template: template({ place: 'b' }), parameters: { password: secrets.replacing.text } };
    await expectStatus(202, 'PATCH', `/v2/stacks/${id}`, body);
    await expectState(id, 'UPDATE', 'FAILED');
    await read(id);
  }

  async function remove(id: string): Promise<void> {
    await api.delete(id);
    await until('the stack is gone', async () => (await api.request('GET', `/v2/stacks/${id}`)).status === 404);
  }

  function logs(): Shown {
    return [...kiln.apis, ...kiln.engines, ...kiln.notifiers].map((process) => ({
      where: `the log of ${process.app}`,
      text: process.printed(),
    }));
  }

  function expectSeen(shown: Shown, ...where: string[]): void {
    const found = findingsOf([visible], shown);
    for (const place of where) expect(found).toContainEqual(expect.stringContaining(place));
  }

  it('are not in a dump of the database, at any time', () => {
    expect(findingsOf(planted, dumps)).toEqual([]);
    expectSeen(dumps, 'table public.stacks in the middle', 'table public.definitions at the end');
    expectSeen(dumps, 'table public.resources at the end', 'table watch.told after');
  });

  it('are not in a log', () => {
    expect(findingsOf(planted, logs())).toEqual([]);
    expectSeen(logs(), 'the log of api');
    for (const { where, text } of logs()) expect([where, text]).toEqual([where, expect.stringMatching(/"level":30/)]);
  });

  it('are not in a message, be it a command, work, a nudge, or a notification', () => {
    expect(findingsOf(planted, trace.shown())).toEqual([]);
    expectSeen(trace.shown(), 'publish.kiln.notifications');
    const places = new Set(trace.shown().map(({ where }) => where));
    expect([...places]).toEqual(expect.arrayContaining(['publish.', 'publish.kiln.commands', 'publish.kiln.work']));
  });

  it('are not in an answer, unless the template gives them on', () => {
    expect(findingsOf(planted, answers)).toEqual([]);
    expectSeen(answers, 'POST /v2/stacks (202)', '/events (200)', '/resources (200)', '/operations (200)');
    for (const { text } of given) expect(secrets.givenOn.isIn(text)).toBe(true);
  });

  it('would be found in the database even as bytes', async () => {
    await kiln.database.query('UPDATE definitions SET sealed_files = $1', [Buffer.from(secrets.given.text)]);
    expect(findingsOf(planted, await dumpOf(kiln.database))).toEqual(['given in table public.definitions']);
  });
});
