import { processEnvironment } from '#configuration';
import { until } from './until';

interface Connection {
  name: string;
  vhost: string;
  client_properties?: { connection_name?: string };
}

/** Has the broker itself close a client's connections, as an operator would. It lists new ones after some seconds. */
export async function closeConnectionsNamed(clientName: string, virtualHostUrl: string): Promise<void> {
  const virtualHost = decodeURIComponent(new URL(virtualHostUrl).pathname.slice(1));
  await until(`the broker lists a connection of ${clientName}`, async () => {
    const listed = await list<Connection>(`vhosts/${virtualHost}/connections`);
    const found = listed.filter(({ client_properties: client }) => client?.connection_name === clientName);
    for (const { name } of found) await call('DELETE', `connections/${encodeURIComponent(name)}`);
    return found.length > 0;
  });
}

/** How many consumers a queue has; of a stream the broker tells it nowhere else. */
export async function countConsumers(queue: string, virtualHostUrl: string): Promise<number> {
  const virtualHost = decodeURIComponent(new URL(virtualHostUrl).pathname.slice(1));
  const listed = await list<{ queue: { name: string } }>(`consumers/${virtualHost}`);
  return listed.filter((consumer) => consumer.queue.name === queue).length;
}

async function list<Entry>(path: string): Promise<Entry[]> {
  const answer = await call('GET', path);
  if (!answer.ok) throw new Error(`GET ${path} on RabbitMQ's management API answered ${answer.status}`);
  return (await answer.json()) as Entry[];
}

async function call(method: string, path: string): Promise<Response> {
  const url = processEnvironment().text('RABBITMQ_MANAGEMENT_URL', { description: 'its management API' });
  const { origin, username, password } = new URL(url);
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return fetch(`${origin}/api/${path}`, {
    method,
    headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
  });
}
