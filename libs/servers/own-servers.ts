import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Variables } from './given-servers';

const SECRET_FILES = ['postgres.json', 'rabbitmq.json', 'rabbitmq-docker.json'];
const SERVER_VARIABLES = [
  'DATABASE_URL',
  'RABBITMQ_URL',
  'RABBITMQ_MANAGEMENT_URL',
  'KILN_PROVIDER_DATABASE_URL',
  'KILN_PROVIDER_RABBITMQ_MANAGEMENT_URL',
];

/**
 * Leaves out URLs of the home's own servers. Whoever sourced the environment file of a Kiln and then starts it again
 * names them without meaning to: they don't run yet.
 */
export function withoutOwn(given: Variables, home: string): Variables {
  const secrets = SECRET_FILES.map((name) => readText(join(home, name))).join('\n');
  const isOwn = (url: string | undefined): boolean => {
    const password = passwordOf(url);
    return password !== '' && secrets.includes(JSON.stringify(password));
  };
  const own = SERVER_VARIABLES.filter((name) => isOwn(given[name]));
  return Object.fromEntries(Object.entries(given).filter(([name]) => !own.includes(name)));
}

function passwordOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? decodeURIComponent(new URL(url).password) : '';
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
