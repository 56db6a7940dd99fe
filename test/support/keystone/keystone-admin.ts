import { ADMIN_PASSWORD } from './keystone-server';
import type { KeystoneServer } from './keystone-server';

/** What a token is asked for. */
export type Scope = { project: { id: string } } | { domain: { id: string } } | { system: { all: true } } | 'unscoped';

export interface Credentials {
  id: string;
  password: string;
}

interface Answer {
  status: number;
  token: string | null;
  body: Record<string, Record<string, string>>;
}

/** Keystone's REST API, for whoever bootstrapped it. */
export class KeystoneAdmin {
  private readonly roles = new Map<string, string>();

  private constructor(
    private readonly server: KeystoneServer,
    private readonly token: string,
  ) {}

  static async login(server: KeystoneServer): Promise<KeystoneAdmin> {
    const user = { name: 'admin', domain: { id: 'default' }, password: ADMIN_PASSWORD };
    const token = await loginAs(server, user, { system: { all: true } });
    return new KeystoneAdmin(server, token);
  }

  async createProject(name: string): Promise<string> {
    const { body } = await this.ask('POST', '/projects', { project: { name, domain_id: 'default' } });
    return body['project']!['id']!;
  }

  async createUser(name: string): Promise<Credentials> {
    const password = `password of ${name}`;
    const { body } = await this.ask('POST', '/users', { user: { name, password, domain_id: 'default' } });
    return { id: body['user']!['id']!, password };
  }

  /** Gives a role, which is made where there is none of that name, on a project, a domain or the system. */
  async grant(user: Credentials, role: string, on: string): Promise<void> {
    await this.ask('PUT', `${on}/users/${user.id}/roles/${await this.roleId(role)}`);
  }

  /** A new token of the user. */
  login(user: Credentials, scope: Scope): Promise<string> {
    return loginAs(this.server, { id: user.id, password: user.password }, scope);
  }

  /** As `login`, for a project of that name. */
  loginInProject(user: Credentials, name: string): Promise<string> {
    const project = { name, domain: { id: 'default' } };
    return loginAs(this.server, { id: user.id, password: user.password }, { project });
  }

  async setPassword(user: Credentials, password: string): Promise<void> {
    await this.ask('PATCH', `/users/${user.id}`, { user: { password } });
  }

  /** An application credential of the user on the project that the token is for. */
  async createApplicationCredential(
    user: Credentials,
    token: string,
    more: object = {},
  ): Promise<{ id: string; secret: string }> {
    const wanted = { application_credential: { name: `of ${Math.random()}`, ...more } };
    const { body } = await this.ask('POST', `/users/${user.id}/application_credentials`, wanted, {
      'x-auth-token': token,
    });
    const { id, secret } = body['application_credential']!;
    return { id: id!, secret: secret! };
  }

  async loginWithCredential(credential: { id: string; secret: string }): Promise<string> {
    const identity = { methods: ['application_credential'], application_credential: credential };
    return tokenIn(await send(this.server, 'POST', '/auth/tokens', { auth: { identity } }));
  }

  async revoke(token: string): Promise<void> {
    await this.ask('DELETE', '/auth/tokens', undefined, { 'x-subject-token': token });
  }

  async disable(user: Credentials): Promise<void> {
    await this.ask('PATCH', `/users/${user.id}`, { user: { enabled: false } });
  }

  private async roleId(name: string): Promise<string> {
    const known = this.roles.get(name);
    if (known !== undefined) return known;
    const { body } = await this.ask('GET', `/roles?name=${name}`);
    const [found] = body['roles'] as unknown as { id: string }[];
    const id = found?.id ?? (await this.ask('POST', '/roles', { role: { name } })).body['role']!['id']!;
    this.roles.set(name, id);
    return id;
  }

  private async ask(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await send(this.server, method, path, body, { 'x-auth-token': this.token, ...headers });
    if (answer.status < 300) return answer;
    throw new Error(`Keystone answered ${method} ${path} with ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
}

async function loginAs(server: KeystoneServer, user: object, scope: object | 'unscoped'): Promise<string> {
  const auth = { identity: { methods: ['password'], password: { user } }, scope };
  return tokenIn(await send(server, 'POST', '/auth/tokens', { auth }));
}

function tokenIn({ status, token, body }: Answer): string {
  if (token === null) throw new Error(`Keystone gave no token but ${status}: ${JSON.stringify(body)}`);
  return token;
}

async function send(
  server: KeystoneServer,
  method: string,
  path: string,
  ...[body, headers = {}]: [body?: object, headers?: Record<string, string>]
): Promise<Answer> {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    token: response.headers.get('x-subject-token'),
    body: (text === '' ? {} : JSON.parse(text)) as Answer['body'],
  };
}
