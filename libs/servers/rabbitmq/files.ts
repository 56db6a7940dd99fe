import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The loopback ports of a private node. */
export interface RabbitPorts {
  amqp: number;
  management: number;
  distribution: number;
  epmd: number;
}

/** What a private node was given at its first start; the ports change where somebody else took one. */
export interface RabbitSecrets {
  ports: RabbitPorts;
  password: string;
  providerPassword: string;
  cookie: string;
}

/** The folders of a private node. Only `data` is its state. */
export interface RabbitFolders {
  root: string;
  data: string;
  log: string;
}

export const RABBIT_USER = 'kiln';

export function rabbitFolders(home: string): RabbitFolders {
  const root = join(home, 'rabbitmq');
  return { root, data: join(root, 'data'), log: join(home, 'log') };
}

/** Writes configuration, plugin list and cookie. */
export function writeRabbitFiles(folders: RabbitFolders, secrets: RabbitSecrets): void {
  for (const folder of [folders.root, folders.data]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  mkdirSync(folders.log, { recursive: true });
  writeFileSync(join(folders.root, 'rabbitmq.conf'), rabbitConfiguration(secrets), { mode: 0o600 });
  writeFileSync(join(folders.root, 'enabled_plugins'), '[rabbitmq_management].\n');
  const cookie = join(folders.root, '.erlang.cookie');
  if (existsSync(cookie)) chmodSync(cookie, 0o600);
  writeFileSync(cookie, secrets.cookie, { mode: 0o600 });
  // Erlang refuses a cookie that anybody else may read, and only wants to read it.
  chmodSync(cookie, 0o400);
}

/** `rabbitmq.conf`. The default user takes the place of `guest`, who is never made. */
export function rabbitConfiguration({ ports, password }: RabbitSecrets): string {
  return [
    `listeners.tcp.1 = 127.0.0.1:${ports.amqp}`,
    'management.tcp.ip = 127.0.0.1',
    `management.tcp.port = ${ports.management}`,
    `default_user = ${RABBIT_USER}`,
    `default_pass = ${password}`,
    // The log of quorum queues is kept in memory up to this size; the default of 512 MB is for a machine of its own.
    'raft.wal_max_size_bytes = 67108864',
    'disk_free_limit.absolute = 50MB',
    'log.file.level = warning',
    '',
  ].join('\n');
}

/** The whole environment of a private node: nothing of the machine's own broker reaches it. */
export function rabbitEnvironment(folders: RabbitFolders, ports: RabbitPorts, searchPath: string): NodeJS.ProcessEnv {
  return {
    PATH: searchPath,
    LANG: 'C.UTF-8',
    HOME: folders.root,
    RABBITMQ_CONF_ENV_FILE: '/dev/null',
    RABBITMQ_NODENAME: nodeName(folders.root),
    RABBITMQ_CONFIG_FILE: join(folders.root, 'rabbitmq.conf'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folders.root, 'enabled_plugins'),
    RABBITMQ_MNESIA_BASE: folders.data,
    RABBITMQ_LOG_BASE: folders.log,
    RABBITMQ_PID_FILE: join(folders.root, 'node.pid'),
    RABBITMQ_DIST_PORT: String(ports.distribution),
    ERL_EPMD_PORT: String(ports.epmd),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    // The start script becomes the broker, instead of waiting for it under another pid.
    RUNNING_UNDER_SYSTEMD: 'true',
    // Schedulers that wait busily would take the cores from those who work.
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS:
      '-kernel inet_dist_use_interface {127,0,0,1} -start_epmd false +sbwt none +sbwtdcpu none +sbwtdio none',
  };
}

function nodeName(root: string): string {
  const hash = createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 12);
  return `kiln-${hash}@localhost`;
}
