import { ConfigurationError, Environment } from '#configuration';
import { loadConfig } from './config';

const NEEDED = {
  DATABASE_URL: 'postgres://kiln:secret@db/kiln',
  RABBITMQ_URL: 'amqp://kiln:secret@mq/kiln',
  KILN_SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
};

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(new Environment({ ...NEEDED, ...env }));
    return [];
  } catch (error) {
    return (error as ConfigurationError).problems;
  }
}

describe('configuration of the api', () => {
  it('has defaults for everything but the servers and the key', () => {
    expect(loadConfig(new Environment(NEEDED))).toMatchObject({
      host: '127.0.0.1',
      port: 8004,
      publicUrl: undefined,
      token: undefined,
      tokenProject: 'default',
      quotas: {
        stacks: 10_000,
        resources: 100_000,
        nestedDepth: 5,
        templateBytes: 8 * 1024 * 1024,
        subscriptions: 1_000,
      },
      resourceTypeModules: [],
    });
  });

  it('limits no rate unless it is told to', () => {
    expect(loadConfig(new Environment(NEEDED)).rateLimit).toBeUndefined();
    const config = loadConfig(new Environment({ ...NEEDED, KILN_RATE_LIMIT_PER_MINUTE: '5' }));
    expect(config.rateLimit).toEqual({ perMinute: 5, burst: 100 });
  });

  it('takes the slash off the end of the public URL', () => {
    const config = loadConfig(new Environment({ ...NEEDED, KILN_API_PUBLIC_URL: 'https://kiln.example/api/' }));
    expect(config.publicUrl).toBe('https://kiln.example/api');
  });

  it.each([
    ['a token under 32 characters', { KILN_TOKEN: 'short' }],
    ['a token that no header can carry', { KILN_TOKEN: `${'x'.repeat(40)} ` }],
    ['a project of other characters', { KILN_TOKEN_PROJECT: 'a/b' }],
    ['a public URL that is none', { KILN_API_PUBLIC_URL: 'kiln.example' }],
    ['a port that is none', { KILN_API_PORT: '65536' }],
  ])('refuses %s', (_what, env) => {
    expect(problemsOf(env)).toHaveLength(1);
  });

  describe('of who may', () => {
    const JWT = { KILN_AUTH: 'jwt', KILN_JWT_ISSUER: 'https://issuer.example', KILN_JWT_AUDIENCE: 'kiln' };

    const KEYSTONE = {
      KILN_AUTH: 'keystone',
      KILN_KEYSTONE_URL: 'https://keystone.example/',
      KILN_KEYSTONE_USERNAME: 'kiln',
      KILN_KEYSTONE_PASSWORD: 'hidden-password',
    };
    const CREDENTIAL = {
      KILN_KEYSTONE_APPLICATION_CREDENTIAL_ID: 'id',
      KILN_KEYSTONE_APPLICATION_CREDENTIAL_SECRET: 'hidden-secret',
    };

    it('is by default Kiln’s own tokens, whatever else is set', () => {
      expect(loadConfig(new Environment(NEEDED)).auth).toEqual({ kind: 'local' });
      expect(loadConfig(new Environment({ ...NEEDED, ...JWT, KILN_AUTH: 'local' })).auth).toEqual({ kind: 'local' });
    });

    it('may be an issuer', () => {
      expect(loadConfig(new Environment({ ...NEEDED, ...JWT })).auth).toMatchObject({
        kind: 'jwt',
        issuer: 'https://issuer.example',
        audiences: ['kiln'],
        algorithms: ['RS256', 'ES256'],
        roles: new Map([
          ['reader', 'reader'],
          ['member', 'member'],
          ['admin', 'admin'],
        ]),
      });
    });

    it('may be Keystone, by password or by an application credential', () => {
      const { KILN_AUTH, KILN_KEYSTONE_URL } = KEYSTONE;
      const user = { name: 'kiln', domain: 'Default' };
      expect(loadConfig(new Environment({ ...NEEDED, ...KEYSTONE })).auth).toMatchObject({
        kind: 'keystone',
        url: 'https://keystone.example/v3',
        login: { kind: 'password', user, password: 'hidden-password', project: undefined },
        cacheSeconds: 60,
      });
      const project = { KILN_KEYSTONE_PROJECT: 'service', KILN_KEYSTONE_PROJECT_DOMAIN: 'ops' };
      expect(loadConfig(new Environment({ ...NEEDED, ...KEYSTONE, ...project })).auth).toMatchObject({
        login: { project: { name: 'service', domain: 'ops' } },
      });
      const byCredential = { ...NEEDED, KILN_AUTH, KILN_KEYSTONE_URL, ...CREDENTIAL };
      expect(loadConfig(new Environment(byCredential)).auth).toMatchObject({
        login: { kind: 'application-credential', id: 'id', secret: 'hidden-secret' },
      });
      const environment = new Environment({ ...byCredential, ...KEYSTONE });
      expect(() => loadConfig(environment)).toThrow();
      expect(JSON.stringify(environment.masked())).not.toContain('hidden');
    });

    it.each<[string, Record<string, string>, RegExp]>([
      ['a back end that there is not', { KILN_AUTH: 'ldap' }, /^KILN_AUTH is "ldap": give one of local, jwt, keystone/],
      ['no issuer', { ...JWT, KILN_JWT_ISSUER: '' }, /^KILN_JWT_ISSUER is not set/],
      ['an issuer that is no URL', { ...JWT, KILN_JWT_ISSUER: 'issuer.example' }, /^KILN_JWT_ISSUER must be/],
      ['no audience', { ...JWT, KILN_JWT_AUDIENCE: '' }, /^KILN_JWT_AUDIENCE is not set/],
      ['a secret that is shared', { ...JWT, KILN_JWT_ALGORITHMS: 'RS256,HS256' }, /^KILN_JWT_ALGORITHMS may hold only/],
      ['no signature', { ...JWT, KILN_JWT_ALGORITHMS: 'none' }, /^KILN_JWT_ALGORITHMS may hold only/],
      ['no algorithm', { ...JWT, KILN_JWT_ALGORITHMS: ',' }, /^KILN_JWT_ALGORITHMS may hold only/],
      ['no identity service', { ...KEYSTONE, KILN_KEYSTONE_URL: '' }, /^KILN_KEYSTONE_URL is not set/],
      ['an identity service that is no URL', { ...KEYSTONE, KILN_KEYSTONE_URL: 'keystone' }, /^KILN_KEYSTONE_URL must/],
      [
        'no credentials of Kiln’s own',
        { ...KEYSTONE, KILN_KEYSTONE_USERNAME: '' },
        /needs either KILN_KEYSTONE_USERNAME/,
      ],
      ['half of them', { ...KEYSTONE, KILN_KEYSTONE_PASSWORD: '' }, /needs either KILN_KEYSTONE_USERNAME/],
      ['too many of them', { ...KEYSTONE, ...CREDENTIAL }, /and not both/],
      [
        'what is remembered for too long',
        { ...KEYSTONE, KILN_KEYSTONE_CACHE_S: '61' },
        /^KILN_KEYSTONE_CACHE_S is "61"/,
      ],
      ['roles of Keystone that mean nothing', { ...KEYSTONE, KILN_KEYSTONE_ROLES: 'a' }, /^KILN_KEYSTONE_ROLES must/],
      ['a role that there is not', { ...JWT, KILN_JWT_ROLES: 'ops=owner' }, /^KILN_JWT_ROLES must be pairs/],
      ['keys that are kept for ever', { ...JWT, KILN_JWT_KEYS_S: '99999' }, /^KILN_JWT_KEYS_S is "99999"/],
      ['a clock of another day', { ...JWT, KILN_JWT_CLOCK_SKEW_S: '3600' }, /^KILN_JWT_CLOCK_SKEW_S is "3600"/],
    ])('refuses %s', (_what, env, problem) => {
      expect(problemsOf(env)).toEqual([expect.stringMatching(problem)]);
    });
  });

  it('shows neither token nor key nor passwords', () => {
    const environment = new Environment({ ...NEEDED, KILN_TOKEN: 'x'.repeat(32) });
    loadConfig(environment);
    const shown = JSON.stringify(environment.masked());
    expect(shown).not.toContain('xxxx');
    expect(shown).not.toContain('secret@');
    expect(shown).not.toContain(NEEDED.KILN_SECRET_KEY);
  });
});
