import { connect } from 'amqplib';
import type { ConsumeMessage } from 'amqplib';
import type { DataSource } from 'typeorm';
import { processEnvironment } from '#configuration';
import type { Shown } from './planted';

/**
 * What a dump of the database shows, table by table: every column as text, and columns of bytes as the characters that
 * they may be. Read by SQL: `pg_dump` is not on every machine, and reads no server that is newer than itself.
 */
export async function dumpOf(database: DataSource): Promise<Shown> {
  const tables = await database.query<{ name: string; bytes: string[] }[]>(`
    SELECT format('%I.%I', t.table_schema, t.table_name) AS name,
      (SELECT coalesce(array_agg(format('%I', c.column_name)), '{}') FROM information_schema.columns c
       WHERE c.table_schema = t.table_schema AND c.table_name = t.table_name AND c.udt_name = 'bytea') AS bytes
    FROM information_schema.tables t
    WHERE t.table_type = 'BASE TABLE' AND t.table_schema NOT IN ('pg_catalog', 'information_schema')`);
  const shown: { where: string; text: string }[] = [];
  for (const { name, bytes } of tables) {
    const rows = await database.query<{ line: string; bytes: (Buffer | null)[] }[]>(
      `SELECT t::text AS line, ARRAY[${bytes.join(', ')}]::bytea[] AS bytes FROM ${name} t`,
    );
    const lines = rows.flatMap((row) => [row.line, ...row.bytes.map((value) => value?.toString('latin1') ?? '')]);
    shown.push({ where: `table ${name}`, text: lines.join('\n') });
  }
  return shown;
}

/** Every message that passes a virtual host, whichever exchange and queue it takes, with its headers. */
export class MessageTrace {
  private readonly messages: { where: string; text: string }[] = [];

  private constructor(readonly close: () => Promise<void>) {}

  /** Of what is published or delivered from now on. */
  static async start(virtualHostUrl: string): Promise<MessageTrace> {
    await setTracing(decodeURIComponent(new URL(virtualHostUrl).pathname.slice(1)));
    const connection = await connect(virtualHostUrl);
    const trace = new MessageTrace(() => connection.close());
    const channel = await connection.createChannel();
    const { queue } = await channel.assertQueue('', { exclusive: true });
    await channel.bindQueue(queue, 'amq.rabbitmq.trace', '#');
    await channel.consume(queue, (message) => trace.keep(message), { noAck: true });
    return trace;
  }

  /** Each is found at `publish.` an exchange or `deliver.` a queue. */
  shown(): Shown {
    return this.messages;
  }

  private keep(message: ConsumeMessage | null): void {
    if (!message) return;
    const { fields, properties, content } = message;
    const text = `${content.toString('utf8')} ${JSON.stringify(properties.headers)}`;
    this.messages.push({ where: fields.routingKey, text });
  }
}

/** Has the broker copy every message to `amq.rabbitmq.trace`: https://www.rabbitmq.com/docs/firehose */
async function setTracing(virtualHost: string): Promise<void> {
  const url = processEnvironment().text('RABBITMQ_MANAGEMENT_URL', { description: 'its management API' });
  const { origin, username, password } = new URL(url);
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const answer = await fetch(`${origin}/api/vhosts/${encodeURIComponent(virtualHost)}`, {
    method: 'PUT',
    headers: {
      authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ tracing: true }),
  });
  if (!answer.ok) throw new Error(`tracing could not be switched on: ${answer.status}`);
}
