import { createHmac } from 'node:crypto';
import { exportSPKI, importJWK } from 'jose';
import type { CryptoKey } from 'jose';
import { Environment } from '#configuration';
import { createLogger } from '#process';
import { TestIssuer } from '../../../../test/support/test-issuer';
import { JsonClient } from '../json-request';
import { IssuerKeys } from './issuer-keys';
import { JwtAuthenticator } from './jwt-authenticator';
import { readJwtConfig } from './jwt-config';

const LOG = createLogger('test', 'silent');
const SECONDS = 1_000;

describe('tokens of an issuer', () => {
  let issuer: TestIssuer;
  let client: JsonClient;
  let clock: number;
  let authenticator: JwtAuthenticator;

  function authenticatorOf(env: Record<string, string> = {}): JwtAuthenticator {
    const settings = { KILN_JWT_ISSUER: issuer.url, KILN_JWT_AUDIENCE: 'kiln,other', ...env };
    const config = readJwtConfig(new Environment(settings), true);
    const { jwksUrl, keysSeconds } = config;
    const freshMs = keysSeconds * SECONDS;
    const keys = new IssuerKeys({ issuer: issuer.url, jwksUrl, freshMs, client, log: LOG, now: () => clock });
    return new JwtAuthenticator(config, keys);
  }

  beforeEach(async () => {
    clock = 0;
    issuer = new TestIssuer();
    await issuer.start();
    await issuer.addKey('one');
    client = new JsonClient({ connections: 4, timeoutMs: 5_000 });
    authenticator = authenticatorOf();
  });

  afterEach(async () => {
    await client.close();
    await issuer.stop();
  });

  const now = (): number => Math.floor(Date.now() / SECONDS);

  it('say who somebody is', async () => {
    const exp = now() + 60;
    const token = await issuer.sign('one', { exp });
    const expiresAt = (exp + 30) * SECONDS;
    expect(await authenticator.authenticate(token)).toEqual({
      project: 'p',
      name: 'ann',
      roles: ['member'],
      expiresAt,
    });
  });

  it.each(['RS256', 'PS256', 'ES384', 'EdDSA'])('may be signed with %s where that is allowed', async (algorithm) => {
    await issuer.addKey('two', algorithm);
    const token = await issuer.sign('two');
    expect(await authenticatorOf({ KILN_JWT_ALGORITHMS: algorithm }).authenticate(token)).toBeDefined();
    expect(await authenticatorOf({ KILN_JWT_ALGORITHMS: 'ES512' }).authenticate(token)).toBeUndefined();
  });

  it.each<[string, Record<string, unknown>]>([
    ['another issuer', { iss: 'https://elsewhere.example' }],
    ['another audience', { aud: 'heat' }],
    ['no audience', { aud: undefined }],
    ['an end that is past', { exp: now() - 60 }],
    ['no end', { exp: undefined }],
    ['a beginning to come', { nbf: now() + 60 }],
  ])('are refused with %s', async (_what, claims) => {
    expect(await authenticator.authenticate(await issuer.sign('one', claims))).toBeUndefined();
  });

  it.each<[string, Record<string, unknown>]>([
    ['just expired', { exp: now() - 10 }],
    ['not valid for a moment yet', { nbf: now() + 10 }],
    ['meant for several', { aud: ['heat', 'other'] }],
  ])('are taken where they are %s', async (_what, claims) => {
    expect(await authenticator.authenticate(await issuer.sign('one', claims))).toBeDefined();
  });

  it('are refused a second too late where no skew is allowed', async () => {
    const strict = authenticatorOf({ KILN_JWT_CLOCK_SKEW_S: '0' });
    expect(await strict.authenticate(await issuer.sign('one', { exp: now() - 1 }))).toBeUndefined();
  });

  it('are refused without a signature, and with one made of the public key', async () => {
    const jwk = await issuer.addKey('rsa', 'RS256');
    const taking = authenticatorOf();
    const payload = (await issuer.sign('rsa')).split('.')[1]!;
    expect(await taking.authenticate(await issuer.sign('rsa'))).toBeDefined();
    const none = `${encode({ alg: 'none', kid: 'rsa' })}.${payload}.`;
    expect(await taking.authenticate(none)).toBeUndefined();
    const spki = await exportSPKI((await importJWK(jwk, 'RS256')) as CryptoKey);
    const signed = `${encode({ alg: 'HS256', kid: 'rsa' })}.${payload}`;
    const forged = `${signed}.${createHmac('sha256', spki).update(signed).digest('base64url')}`;
    expect(await taking.authenticate(forged)).toBeUndefined();
  });

  it('are refused with another payload, and where they are no tokens', async () => {
    const [head, , signature] = (await issuer.sign('one')).split('.');
    const payload = (await issuer.sign('one', { roles: ['admin'] })).split('.')[1];
    expect(await authenticator.authenticate(`${head}.${payload}.${signature}`)).toBeUndefined();
    for (const text of ['', 'a', 'a.b.c', `kiln_ab12cd_${'s'.repeat(43)}`])
      expect(await authenticator.authenticate(text)).toBeUndefined();
  });

  it('may bring no key of their own', async () => {
    const jwk = await issuer.addKey('own', 'ES256', { publish: false });
    const token = await issuer.sign('own', {}, { kid: 'one', jwk });
    expect(await authenticator.authenticate(token)).toBeUndefined();
  });

  it('have roles by the configuration, and without a project are told what is missing', async () => {
    const mapped = authenticatorOf({
      KILN_JWT_PROJECT_CLAIM: 'tenant.id',
      KILN_JWT_ROLES_CLAIM: 'realm_access.roles',
      KILN_JWT_NAME_CLAIM: 'preferred_username',
      KILN_JWT_ROLES: 'ops=admin',
    });
    const claims = { tenant: { id: 'acme' }, realm_access: { roles: ['ops', 'reader'] }, preferred_username: 'bo' };
    const caller = await mapped.authenticate(await issuer.sign('one', claims));
    expect(caller).toMatchObject({ project: 'acme', name: 'bo', roles: ['admin'] });
    await expect(mapped.authenticate(await issuer.sign('one'))).rejects.toThrow('names no project');
    const plain = await authenticator.authenticate(await issuer.sign('one', { roles: ['ops'] }));
    expect(plain?.roles).toEqual([]);
  });

  it('may name no key where the issuer has several', async () => {
    await issuer.addKey('two', 'ES256', { publish: true, named: false });
    await issuer.addKey('three', 'ES256', { publish: true, named: false });
    await issuer.addKey('foreign', 'ES256', { publish: false });
    expect(await authenticator.authenticate(await issuer.sign('three', {}, { kid: undefined }))).toBeDefined();
    expect(await authenticator.authenticate(await issuer.sign('foreign', {}, { kid: undefined }))).toBeUndefined();
  });
});

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
