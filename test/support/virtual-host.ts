import { randomBytes } from 'node:crypto';
import { processEnvironment } from '#configuration';

export interface TestVirtualHost {
  /** amqp:// URL of the new virtual host. */
  url: string;
  drop(): Promise<void>;
}

/** A virtual host of its own for one test file, so that no test sees another's queues. */
export async function createVirtualHost(): Promise<TestVirtualHost> {
  const environment = processEnvironment();
  const url = new URL(environment.text('RABBITMQ_URL', { description: 'RabbitMQ for tests' }));
  const management = environment.text('RABBITMQ_MANAGEMENT_URL', { description: 'its management API' });
  environment.finish({});
  const name = `kiln-test-${randomBytes(8).toString('hex')}`;
  await manage(management, 'PUT', `vhosts/${name}`);
  const rights = { configure: '.*', write: '.*', read: '.*' };
  await manage(management, 'PUT', `permissions/${name}/${url.username}`, rights);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => manage(management, 'DELETE', `vhosts/${name}`) };
}

async function manage(management: string, method: string, path: string, body: object = {}): Promise<void> {
  const { origin, username, password } = new URL(management);
  const answer = await fetch(`${origin}/api/${path}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: method === 'DELETE' ? null : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path} on RabbitMQ's management API answered ${answer.status}`);
}
