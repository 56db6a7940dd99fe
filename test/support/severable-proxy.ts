import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** Stands between a process and a server, so that a test can cut the network between just these two. */
export class SeverableProxy {
  private readonly sockets = new Set<Socket>();
  private severed = false;
  private frozen = false;

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {
    server.on('connection', (socket) => this.join(socket));
  }

  /** @param url of the server, with its port; credentials and path are kept in `url` of the proxy. */
  static async start(url: string): Promise<SeverableProxy> {
    const server = createServer({ pauseOnConnect: true });
    const proxy = new SeverableProxy(server, new URL(url));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** The target's URL with the proxy's address in it. */
  get url(): string {
    const url = new URL(this.target.toString());
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.toString();
  }

  /** Ends every connection and refuses new ones until `restore`. */
  sever(): void {
    this.severed = true;
    this.dropConnections();
  }

  /** Ends every connection; new ones are let through. */
  dropConnections(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Lets nothing pass in either direction, and tells nobody, until `restore`. */
  freeze(): void {
    this.frozen = true;
    for (const socket of this.sockets) socket.pause();
  }

  restore(): void {
    this.severed = false;
    this.frozen = false;
    for (const socket of this.sockets) socket.resume();
  }

  async stop(): Promise<void> {
    this.sever();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private join(near: Socket): void {
    if (this.severed) {
      near.destroy();
      return;
    }
    const far = connect(Number(this.target.port), this.target.hostname);
    this.relay(near, far);
    this.relay(far, near);
    if (!this.frozen) near.resume();
  }

  private relay(from: Socket, to: Socket): void {
    this.sockets.add(from);
    from.setNoDelay(true);
    from.on('data', (chunk) => to.write(chunk));
    from.on('error', () => undefined);
    from.on('close', () => {
      this.sockets.delete(from);
      to.destroy();
    });
  }
}
