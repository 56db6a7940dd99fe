import { ConfigurationError, Environment } from '#configuration';
import { loadConfig } from './config';
import type { LauncherConfig } from './config';

function load(env: Record<string, string>, ...args: string[]): Readonly<LauncherConfig> {
  return loadConfig(new Environment(env), '/kiln', args);
}

function problemsOf(env: Record<string, string>, ...args: string[]): readonly string[] {
  try {
    load(env, ...args);
    return [];
  } catch (error) {
    return (error as ConfigurationError).problems;
  }
}

describe('loadConfig', () => {
  it('needs nothing set', () => {
    expect(load({})).toMatchObject({
      home: '/kiln/.kiln',
      engines: 1,
      apiHost: '127.0.0.1',
      apiPort: 8_004,
      apiPortIsFixed: false,
      token: undefined,
      once: false,
    });
  });

  it('takes what is set', () => {
    const env = { KILN_HOME: '/home', KILN_ENGINES: '3', KILN_API_PORT: '8005', KILN_TOKEN: 'x'.repeat(32) };
    expect(load(env, '--once')).toMatchObject({
      home: '/home',
      engines: 3,
      apiPort: 8_005,
      apiPortIsFixed: true,
      token: 'x'.repeat(32),
      once: true,
    });
  });

  it.each([
    [{ KILN_TOKEN: 'x'.repeat(31) }, /KILN_TOKEN has 31 characters/],
    [{ KILN_TOKEN: `${'x'.repeat(32)} ` }, /visible ASCII/],
    [{ KILN_ENGINES: '0' }, /KILN_ENGINES is "0"/],
    [{ KILN_AUTH: 'jwt' }, /KILN_AUTH must be local/],
    [{ KILN_API_PORT: '70000' }, /KILN_API_PORT is "70000"/],
  ])('refuses %j', (env, problem) => {
    expect(problemsOf(env as Record<string, string>)).toEqual([expect.stringMatching(problem)]);
  });

  it('refuses an argument that it does not know', () => {
    expect(problemsOf({}, '--twice')).toEqual([expect.stringContaining('"--twice"')]);
  });
});
