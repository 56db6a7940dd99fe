import { parseArgs } from 'node:util';
import { startCloud } from './start-cloud';

// node dist/test/cloud/main.js [--port N] [--until-stdin-ends]
// Says where it listens in one line of JSON. With --until-stdin-ends it ends with whoever started it.
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '0' }, 'until-stdin-ends': { type: 'boolean', default: false } },
  });
  const cloud = await startCloud(Number(values.port));
  process.stdout.write(`${JSON.stringify({ url: cloud.url, port: Number(new URL(cloud.url).port) })}\n`);
  const stop = (): void => void cloud.close();
  process.once('SIGTERM', stop).once('SIGINT', stop);
  if (values['until-stdin-ends']) process.stdin.once('end', stop).resume();
}

void main();
