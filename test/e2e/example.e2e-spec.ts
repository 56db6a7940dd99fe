import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { processEnvironment } from '#configuration';
import { useKiln } from '../support/use-kiln';
import { expectEveryChangeTold } from '../support/whole';

jest.setTimeout(60_000);

/** The servers that the example acts on, as an outsider sees them. */
class Outside {
  private readonly environment = processEnvironment();

  async hasDatabase(name: string): Promise<boolean> {
    const client = new Client({ connectionString: this.read('KILN_PROVIDER_DATABASE_URL') });
    await client.connect();
    try {
      return (await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rows.length === 1;
    } finally {
      await client.end();
    }
  }

  async hasQueue(name: string): Promise<boolean> {
    const url = new URL(this.read('KILN_PROVIDER_RABBITMQ_MANAGEMENT_URL'));
    const credentials = Buffer.from(`${url.username}:${decodeURIComponent(url.password)}`).toString('base64');
    const vhost = encodeURIComponent(this.read('KILN_PROVIDER_RABBITMQ_VHOST'));
    const answer = await fetch(`${url.origin}/api/queues/${vhost}/${encodeURIComponent(name)}`, {
      headers: { authorization: `Basic ${credentials}` },
    });
    return answer.status === 200;
  }

  private read(name: string): string {
    return this.environment.text(name, { description: 'provider of tests' });
  }
}

describe('the example stack', () => {
  const kiln = useKiln();

  it('makes a real queue and a real database, and takes them away again', async () => {
    const outside = new Outside();
    const template = readFileSync(join(__dirname, '../../examples/hello.yaml'), 'utf8');
    const id = await kiln.api.create('hello', template);
    const stack = await kiln.api.settled(id);
    expect(stack).toMatchObject({ action: 'CREATE', status: 'COMPLETE' });
    const outputs = Object.fromEntries(
      stack!.outputs.map(({ output_key, output_value }) => [output_key, String(output_value)]),
    );
    expect(outputs['message']).toMatch(/^Hello from [a-z]{8}$/);
    expect(await outside.hasDatabase(outputs['database']!)).toBe(true);
    expect(await outside.hasQueue(outputs['queue']!)).toBe(true);

    await kiln.api.delete(id);
    expect(await kiln.api.settled(id)).toBeUndefined();
    expect(await outside.hasDatabase(outputs['database']!)).toBe(false);
    expect(await outside.hasQueue(outputs['queue']!)).toBe(false);
    await expectEveryChangeTold(kiln, id);
  });

  it('leaves alone, and says so, what is a stranger’s', async () => {
    const template = {
      heat_template_version: '2021-04-16',
      resources: { mine: { type: 'Kiln::RabbitMQ::Queue', properties: { name: 'shared' } } },
    };
    const first = await kiln.api.create('first', template);
    expect(await kiln.api.settled(first)).toMatchObject({ status: 'COMPLETE' });
    const second = await kiln.api.create('second', template);
    const refused = await kiln.api.settled(second);
    expect(refused).toMatchObject({ action: 'CREATE', status: 'FAILED' });
    expect(refused?.status_reason).toMatch(/resources\.mine \(Kiln::RabbitMQ::Queue\): .*exists already/);
    await kiln.api.delete(second);
    expect(await kiln.api.settled(second)).toBeUndefined();
    const [queue] = await kiln.api.resources(first);
    expect(await new Outside().hasQueue(queue!.physical_resource_id!)).toBe(true);
    await kiln.api.delete(first);
    expect(await kiln.api.settled(first)).toBeUndefined();
  });
});
