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
      quotas: { stacks: 10_000, resources: 100_000 },
      resourceTypeModules: [],
    });
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

  it('shows neither token nor key nor passwords', () => {
    const environment = new Environment({ ...NEEDED, KILN_TOKEN: 'x'.repeat(32) });
    loadConfig(environment);
    const shown = JSON.stringify(environment.masked());
    expect(shown).not.toContain('xxxx');
    expect(shown).not.toContain('secret@');
    expect(shown).not.toContain(NEEDED.KILN_SECRET_KEY);
  });
});
