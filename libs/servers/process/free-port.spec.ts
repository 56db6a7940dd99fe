import { once } from 'node:events';
import { createServer } from 'node:net';
import { freePorts, isPortFree } from './free-port';

describe('freePorts', () => {
  it('finds different ports that are free, and outside of those for outgoing connections', async () => {
    const ports = await freePorts(20);
    expect(new Set(ports).size).toBe(20);
    expect(ports.filter((port) => port < 20_000 || port > 32_767)).toEqual([]);
    expect(await isPortFree(ports[0]!)).toBe(true);
  });
});

describe('isPortFree', () => {
  it('sees who listens', async () => {
    const [port] = await freePorts(1);
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    expect(await isPortFree(port!)).toBe(false);
    server.close();
    await once(server, 'close');
    expect(await isPortFree(port!)).toBe(true);
  });
});
