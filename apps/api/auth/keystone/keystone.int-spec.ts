import { ApiClient } from '../../../../test/support/api-client';
import { ApiInProcess } from '../../../../test/support/api-in-process';
import { KeystoneAdmin } from '../../../../test/support/keystone/keystone-admin';
import type { Credentials, Scope } from '../../../../test/support/keystone/keystone-admin';
import { provideKeystone } from '../../../../test/support/keystone/keystone-programs';
import type { KeystonePrograms } from '../../../../test/support/keystone/keystone-programs';
import { KeystoneServer } from '../../../../test/support/keystone/keystone-server';
import { until } from '../../../../test/support/until';

const EMPTY = { heat_template_version: '2021-04-16' };
// Loading a Keystone five times takes a while on a busy machine.
const SET_UP_WITHIN_MS = 180_000;

const programs = provideKeystone();

if (typeof programs === 'string') {
  it.skip(`takes the tokens of a Keystone: ${programs}`, () => undefined);
} else {
  describe('an api that takes the tokens of a Keystone', () => withKeystone(programs));
}

function withKeystone(found: KeystonePrograms): void {
  let keystone: KeystoneServer;
  let admin: KeystoneAdmin;
  let api: ApiInProcess;
  let ids: { shop: string; lab: string };
  let users: { own: Credentials; ann: Credentials; rita: Credentials };

  beforeAll(async () => {
    keystone = await KeystoneServer.start(found);
    admin = await KeystoneAdmin.login(keystone);
    ids = { shop: await admin.createProject('shop'), lab: await admin.createProject('lab') };
    const service = await admin.createProject('service');
    users = {
      own: await admin.createUser('kiln'),
      ann: await admin.createUser('ann'),
      rita: await admin.createUser('rita'),
    };
    await admin.grant(users.own, 'service', `/projects/${service}`);
    for (const project of [ids.shop, ids.lab]) await admin.grant(users.ann, 'member', `/projects/${project}`);
    await admin.grant(users.rita, 'reader', `/projects/${ids.shop}`);
    const login = { KILN_KEYSTONE_USERNAME: 'kiln', KILN_KEYSTONE_PASSWORD: users.own.password };
    api = await startApi({ ...login, KILN_KEYSTONE_PROJECT: 'service' });
  }, SET_UP_WITHIN_MS);

  afterAll(async () => {
    await api.stop();
    await keystone.discard();
  });

  function startApi(env: Record<string, string>): Promise<ApiInProcess> {
    const back = { KILN_AUTH: 'keystone', KILN_KEYSTONE_URL: keystone.url, KILN_KEYSTONE_CACHE_S: '1' };
    return ApiInProcess.start({ env: { ...back, ...env } });
  }

  const clientOf = (token: string, of = api): ApiClient => new ApiClient(of.url, token);
  const login = (user: Credentials, scope: Scope): Promise<string> => admin.login(user, scope);
  const inShop = (): Scope => ({ project: { id: ids.shop } });
  const list = async (client: ApiClient): Promise<number> => (await client.request('GET', '/v2/stacks')).status;

  it('knows the project, the user and what the roles allow', async () => {
    const ann = clientOf(await login(users.ann, inShop()));
    const created = await ann.request<{ stack: { id: string } }>('POST', '/v2/stacks', {
      stack_name: 'a',
      template: EMPTY,
    });
    expect(created).toMatchObject({ status: 202, body: { stack: { project: ids.shop, owner: 'ann' } } });
    const path = `/v2/stacks/${created.body.stack.id}`;
    const rita = clientOf(await login(users.rita, inShop()));
    expect((await rita.request('GET', path)).status).toBe(200);
    expect((await rita.request('DELETE', path)).status).toBe(403);
    expect((await ann.request('GET', '/v2/stacks?all_projects=true')).status).toBe(403);
    const elsewhere = clientOf(await login(users.ann, { project: { id: ids.lab } }));
    expect((await elsewhere.request('GET', path)).status).toBe(404);
  });

  it('lets an admin see other projects, and one whose roles mean nothing do nothing', async () => {
    const [root, auditor] = [await admin.createUser('root'), await admin.createUser('auditor')];
    await admin.grant(root, 'admin', `/projects/${ids.lab}`);
    await admin.grant(auditor, 'auditor', `/projects/${ids.lab}`);
    const inLab = { project: { id: ids.lab } };
    const all = clientOf(await login(root, inLab)).request('GET', '/v2/stacks?all_projects=true');
    expect((await all).status).toBe(200);
    expect(await list(clientOf(await login(auditor, inLab)))).toBe(403);
  });

  it.each<[string, (user: Credentials) => Promise<Scope>, string]>([
    ['no scope', () => Promise.resolve('unscoped'), 'is not scoped'],
    ['a domain', (user) => grantAnd(user, '/domains/default', { domain: { id: 'default' } }), 'scoped to a domain'],
    ['the system', (user) => grantAnd(user, '/system', { system: { all: true } }), 'scoped to a system'],
  ])('says what to do to whoever has a token for %s', async (_what, prepare, detail) => {
    const scope = await prepare(users.rita);
    const answer = await clientOf(await login(users.rita, scope)).request('GET', '/v2/stacks');
    expect(answer).toMatchObject({ status: 403, body: { detail: expect.stringContaining(detail) as string } });
    expect(answer.body).toMatchObject({ detail: expect.stringContaining('scoped to a project') as string });
  });

  async function grantAnd(user: Credentials, on: string, scope: Scope): Promise<Scope> {
    await admin.grant(user, 'reader', on);
    return scope;
  }

  it('refuses what is no token of this Keystone', async () => {
    const good = await login(users.ann, inShop());
    for (const token of ['x', good.slice(0, -4), `${good}A`, 'gAAAAA'.repeat(600), `kiln_ab12cd_${'s'.repeat(43)}`])
      expect(await list(clientOf(token))).toBe(401);
  });

  it('asks once where many requests come with the same new token', async () => {
    const client = clientOf(await login(users.ann, inShop()));
    const before = keystone.countRequests('GET', '/v3/auth/tokens');
    const answers = await Promise.all(Array.from({ length: 30 }, () => list(client)));
    expect(new Set(answers)).toEqual(new Set([200]));
    await until('Keystone has logged it', () => keystone.countRequests('GET', '/v3/auth/tokens') > before);
    expect(keystone.countRequests('GET', '/v3/auth/tokens')).toBe(before + 1);
  });

  it('notices that a token was revoked, and that a user was disabled', async () => {
    const [first, second] = [await login(users.ann, inShop()), await login(users.ann, inShop())];
    const gone = await admin.createUser('gone');
    await admin.grant(gone, 'reader', `/projects/${ids.shop}`);
    const ofGone = await login(gone, inShop());
    for (const token of [first, second, ofGone]) expect(await list(clientOf(token))).toBe(200);
    await admin.revoke(first);
    await admin.disable(gone);
    await until('the revoked token is refused', async () => (await list(clientOf(first))) === 401);
    await until('the disabled user is refused', async () => (await list(clientOf(ofGone))) === 401);
    expect(await list(clientOf(second))).toBe(200);
  });

  it('takes application credentials, but none whose limits it would not heed', async () => {
    const token = await login(users.ann, inShop());
    const whole = await admin.createApplicationCredential(users.ann, token);
    expect(await list(clientOf(await admin.loginWithCredential(whole)))).toBe(200);
    const rules = [{ service: 'compute', method: 'GET', path: '/v2.1/servers' }];
    const limited = await admin.createApplicationCredential(users.ann, token, { access_rules: rules });
    expect(await list(clientOf(await admin.loginWithCredential(limited)))).toBe(401);
  });

  it('may itself have an application credential, and be refused only by mistake', async () => {
    const own = await admin.loginInProject(users.own, 'service');
    const { id, secret } = await admin.createApplicationCredential(users.own, own);
    const other = await startApi({
      KILN_KEYSTONE_APPLICATION_CREDENTIAL_ID: id,
      KILN_KEYSTONE_APPLICATION_CREDENTIAL_SECRET: secret,
    });
    const rita = { KILN_KEYSTONE_USERNAME: 'rita', KILN_KEYSTONE_PASSWORD: users.rita.password };
    const unfit = await startApi({ ...rita, KILN_KEYSTONE_PROJECT: 'shop' });
    try {
      const token = await login(users.ann, inShop());
      expect(await list(clientOf(token, other))).toBe(200);
      // Rita may see nobody's token but her own: that says nothing of Ann's.
      expect(await list(clientOf(token, unfit))).toBe(503);
    } finally {
      await Promise.all([other.stop(), unfit.stop()]);
    }
  });

  it('gets itself a new token where its own was revoked', async () => {
    expect(await list(clientOf(await login(users.ann, inShop())))).toBe(200);
    await admin.setPassword(users.own, 'another for a moment');
    await admin.setPassword(users.own, users.own.password);
    // Keystone counts revocation in whole seconds, so the first token after it may be refused as well.
    await until('there is a new one', async () => {
      const status = await list(clientOf(await login(users.ann, inShop())));
      expect([200, 503]).toContain(status);
      return status === 200;
    });
  });

  it('says 503 while Keystone is away, and serves when it is back', async () => {
    const client = clientOf(await login(users.ann, inShop()));
    await keystone.stop();
    const answer = await client.request('GET', '/v2/stacks');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(JSON.stringify(answer.body)).not.toContain('127.0.0.1');
    await keystone.start();
    expect(await list(client)).toBe(200);
  });
}
