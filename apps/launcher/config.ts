import { resolve } from 'node:path';
import type { Environment } from '#configuration';

export interface LauncherConfig {
  /** Absolute; everything that this Kiln keeps lies in it. */
  home: string;
  engines: number;
  apiHost: string;
  apiPort: number;
  /** Whether the user asked for that port: then no other will do. */
  apiPortIsFixed: boolean;
  /** Absent: the one kept in the home. */
  token: string | undefined;
  /** Absent: the one kept in the home. */
  secretKey: string | undefined;
  /** End after the example's outputs. */
  once: boolean;
}

export const TOKEN_MIN_LENGTH = 32;
const DEFAULT_API_PORT = 8_004;

/** Reads the launcher's configuration; throws ConfigurationError with every fault found. */
export function loadConfig(environment: Environment, root: string, args: readonly string[]): Readonly<LauncherConfig> {
  const port = environment.optionalText('KILN_API_PORT', { description: 'port of the HTTP API' });
  const config = {
    home: resolve(
      root,
      environment.text('KILN_HOME', { description: 'folder of everything that `npm start` keeps', default: '.kiln' }),
    ),
    engines: environment.integer('KILN_ENGINES', {
      description: 'engines that `npm start` runs',
      default: 1,
      min: 1,
      max: 64,
    }),
    apiHost: environment.text('KILN_API_HOST', {
      description: 'address that the HTTP API listens on',
      default: '127.0.0.1',
    }),
    apiPort: environment.integer('KILN_API_PORT', {
      description: 'port of the HTTP API',
      default: DEFAULT_API_PORT,
      min: 1,
      max: 65_535,
    }),
    apiPortIsFixed: port !== undefined,
    token: environment.optionalText('KILN_TOKEN', { description: 'the administrator’s token', secret: true }),
    secretKey: environment.optionalText('KILN_SECRET_KEY', {
      description: '32 bytes in base64 that seal hidden parameters; further ones only read',
      secret: true,
    }),
    once: args.includes('--once'),
  };
  checkToken(environment, config.token);
  checkAuth(environment);
  for (const argument of args.filter((each) => each !== '--once')) {
    environment.problem(`"${argument}" is no argument of \`npm start\`: there is only --once`);
  }
  return environment.finish(config);
}

/** The example is made with Kiln's own token. */
function checkAuth(environment: Environment): void {
  const auth = environment.text('KILN_AUTH', { description: 'where tokens come from', default: 'local' });
  if (auth !== 'local')
    environment.problem('KILN_AUTH must be local for `npm start`: elsewhere, start each process alone');
}

/** The token is sent in a header, and has to be found by nobody who tries. */
function checkToken(environment: Environment, token: string | undefined): void {
  if (token === undefined) return;
  if (token.length < TOKEN_MIN_LENGTH) {
    environment.problem(`KILN_TOKEN has ${token.length} characters: give at least ${TOKEN_MIN_LENGTH}`);
  }
  if (!/^[\x21-\x7e]*$/.test(token)) environment.problem('KILN_TOKEN may hold only visible ASCII characters');
}
