import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** What it takes to run a broker. */
export interface RabbitPrograms {
  /** The server's own start script, not a wrapper that changes user or has fixed folders. */
  server: string;
  epmd: string;
}

const DEBIAN_SERVER = '/usr/lib/rabbitmq/bin/rabbitmq-server';
const USUAL_FOLDERS = [
  '/usr/local/sbin',
  '/usr/local/bin',
  '/opt/homebrew/sbin',
  '/opt/homebrew/bin',
  '/usr/sbin',
  '/usr/bin',
  '/sbin',
  '/bin',
];
const ERLANG_ROOTS = ['/usr/lib/erlang', '/usr/local/lib/erlang', '/opt/homebrew/opt/erlang/lib/erlang'];

/** Looks for an installed RabbitMQ along a search path and in the usual places; undefined where there is none. */
export function findRabbitPrograms(searchPath = ''): RabbitPrograms | undefined {
  const folders = [...searchPath.split(delimiter).filter((folder) => folder !== ''), ...USUAL_FOLDERS];
  const find = (name: string): string | undefined => folders.map((folder) => join(folder, name)).find(existsSync);
  const server = existsSync(DEBIAN_SERVER) ? DEBIAN_SERVER : find('rabbitmq-server');
  const epmd = find('epmd') ?? findErlangEpmd();
  return server === undefined || epmd === undefined ? undefined : { server, epmd };
}

/** The search path under which the programs find `erl`, which lies beside epmd, and the system's own tools. */
export function rabbitSearchPath(programs: RabbitPrograms): string {
  return [dirname(programs.epmd), ...USUAL_FOLDERS].join(delimiter);
}

/** Erlang keeps its own copy where its packager links none. */
function findErlangEpmd(): string | undefined {
  for (const root of ERLANG_ROOTS.filter(existsSync)) {
    const runtime = readdirSync(root).find((name) => name.startsWith('erts-'));
    if (runtime !== undefined) return join(root, runtime, 'bin', 'epmd');
  }
  return undefined;
}
