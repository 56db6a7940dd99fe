import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey, JWK } from 'jose';

interface SigningKey {
  kid: string;
  algorithm: string;
  privateKey: CryptoKey;
  jwk: JWK;
}

/** An OIDC issuer over HTTP: its discovery document, its key set, and tokens signed with any key it ever had. */
export class TestIssuer {
  /** Keys that are published now. */
  published: JWK[] = [];
  /** How often the key set was asked for. */
  asked = 0;
  /** What the discovery document says otherwise. */
  discovery: Record<string, unknown> = {};
  private readonly keys = new Map<string, SigningKey>();
  private server: Server | undefined;
  private port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Listens, on the port that it had before if it had one. */
  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const body = this.answer(request.url ?? '');
      response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}));
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    const { server } = this;
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  }

  /** Makes a key and publishes it, unless it is kept back; answers its public half. */
  async addKey(kid: string, algorithm = 'ES256', { publish = true, named = true } = {}): Promise<JWK> {
    const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), alg: algorithm, use: 'sig', ...(named ? { kid } : {}) };
    this.keys.set(kid, { kid, algorithm, privateKey, jwk });
    if (publish) this.publish(kid);
    return jwk;
  }

  publish(kid: string): void {
    this.published = [...this.published, this.keys.get(kid)!.jwk];
  }

  drop(kid: string): void {
    this.published = this.published.filter((jwk) => jwk !== this.keys.get(kid)!.jwk);
  }

  /** A token as this issuer makes them, for the audience `kiln`; a claim given as undefined is left out. */
  sign(kid: string, claims: Record<string, unknown> = {}, header: object = {}): Promise<string> {
    const { privateKey, algorithm } = this.keys.get(kid)!;
    const now = Math.floor(Date.now() / 1_000);
    const usual = { iss: this.url, aud: 'kiln', sub: 'ann', iat: now, exp: now + 600, project: 'p', roles: ['member'] };
    return new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg: algorithm, kid, ...header }).sign(privateKey);
  }

  private answer(path: string): object | undefined {
    if (path === '/.well-known/openid-configuration')
      return { issuer: this.url, jwks_uri: `${this.url}/keys`, ...this.discovery };
    if (path !== '/keys') return undefined;
    this.asked += 1;
    return { keys: this.published };
  }
}
