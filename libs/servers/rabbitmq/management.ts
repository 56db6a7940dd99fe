/** A user of the management plugin who sees one vhost and nothing else. */
export interface ProviderUser {
  vhost: string;
  user: string;
  password: string;
}

/** The vhost in which resource types make their queues, and who they are there. */
export const PROVIDER_VHOST = 'kiln-resources';
export const PROVIDER_USER = 'kiln_provider';

/** A call to the management plugin, whose URL holds user and password. Answers the status; rejects where nobody listens. */
export async function callManagement(url: string, method: 'GET' | 'PUT', path: string, body?: object): Promise<number> {
  const { username, password, host, protocol, pathname } = new URL(url);
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
  const response = await fetch(`${protocol}//${host}${pathname.replace(/\/$/, '')}/api/${path}`, {
    method,
    headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  await response.arrayBuffer();
  return response.status;
}

/** Puts another user into a URL that holds one. */
export function withCredentials(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.href.replace(/\/$/, '');
}

/**
 * Makes the provider's vhost and a user that may use it, and sees nothing else. Repeating it sets the password and
 * changes nothing else. Rejects where the management plugin refuses.
 */
export async function provisionRabbit(managementUrl: string, provider: ProviderUser): Promise<void> {
  const steps: [string, object][] = [
    [`vhosts/${provider.vhost}`, {}],
    [`users/${provider.user}`, { password: provider.password, tags: 'management' }],
    [`permissions/${provider.vhost}/${provider.user}`, { configure: '.*', write: '.*', read: '.*' }],
  ];
  for (const [path, body] of steps) {
    const status = await callManagement(managementUrl, 'PUT', path, body);
    if (status >= 300) throw new Error(`RabbitMQ's management plugin answered ${status} to PUT /api/${path}`);
  }
}
