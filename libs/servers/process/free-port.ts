import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';

const LOOPBACK = '127.0.0.1';
/**
 * Below what Linux and macOS hand out to outgoing connections. A server that is stopped and started again would else
 * find its port taken now and then, by a connection that somebody opened meanwhile.
 */
const LOWEST = 20_000;
const HIGHEST = 32_767;
const TRIES = 1_000;

/** So many different loopback ports that nothing listens on now. Another program may still take one before its use. */
export async function freePorts(count: number): Promise<number[]> {
  // All are held until all are known, so that none is found twice.
  const servers: Server[] = [];
  for (let tries = 0; servers.length < count && tries < TRIES; tries += 1) {
    const server = await tryToListen(randomInt(LOWEST, HIGHEST + 1));
    if (server !== undefined) servers.push(server);
  }
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map(close));
  if (ports.length < count) throw new Error(`There are no ${count} free ports from ${LOWEST} to ${HIGHEST}.`);
  return ports;
}

/** Whether a server could listen on this loopback port now. */
export async function isPortFree(port: number): Promise<boolean> {
  const server = await tryToListen(port);
  if (server === undefined) return false;
  await close(server);
  return true;
}

async function tryToListen(port: number): Promise<Server | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(port, LOOPBACK, () => resolve(server));
  });
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
