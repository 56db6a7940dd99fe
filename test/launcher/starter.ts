import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const DIST = resolve(__dirname, '..', '..', 'dist');

/** Another process that starts servers or the like, and can be killed. */
export interface Starter {
  /** What its code answered. */
  answer: unknown;
  process: ChildProcess;
  /** Kills it and waits until it is gone. */
  kill(): Promise<void>;
}

/**
 * Runs code in a process of its own and waits for what it answers. The code is the body of an async function; it finds
 * the library as `servers` and its argument as `given`, and what it started lives on.
 */
export async function startElsewhere(code: string, given: unknown, dist = DIST): Promise<Starter> {
  const library = JSON.stringify(resolve(dist, 'libs', 'servers', 'index.js'));
  const script =
    `(async (servers, given) => {${code}})(require(${library}), ${JSON.stringify(given)})` +
    `.then((answer) => console.log(JSON.stringify({ answer })), (error) => { console.error(error); process.exit(1); });` +
    `setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const answer = await firstAnswer(child);
  return {
    answer,
    process: child,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function firstAnswer(child: ChildProcess & { stdout: NodeJS.ReadableStream }): Promise<unknown> {
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{"answer"')) return (JSON.parse(line) as { answer: unknown }).answer;
  }
  throw new Error('The starter ended without an answer.');
}
