/**
 * How the embedded server runs: durable (fsync and full_page_writes stay on), and tuned for many small commits on a
 * small machine that it shares with everything else.
 */
const SETTINGS: Readonly<Record<string, string | number>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 200,
  shared_buffers: '256MB',
  // No replica and no archive reads the log, so it holds what recovery needs and no more.
  wal_level: 'minimal',
  max_wal_senders: 0,
  wal_buffers: '16MB',
  min_wal_size: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  // Short statements by the thousand: neither parallel workers nor compiled expressions pay.
  max_parallel_workers_per_gather: 0,
  jit: 'off',
  random_page_cost: 1.1,
  // Queues of rows (nodes, outbox) turn over quickly.
  autovacuum_naptime: '15s',
  password_encryption: 'scram-sha-256',
  log_min_messages: 'warning',
  timezone: 'UTC',
};

/** Command line of `postgres`. */
export function postgresArguments(dataFolder: string, port: number): string[] {
  const settings = Object.entries({ ...SETTINGS, port });
  return ['-D', dataFolder, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** Command line of `initdb`: text is UTF-8 and sorts the same on every platform. */
export function initdbArguments(dataFolder: string, passwordFile: string): string[] {
  return [
    `--pgdata=${dataFolder}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
}

/** Nothing is inherited: a PGDATA or LD_LIBRARY_PATH of the user's stays theirs. */
export const SERVER_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
