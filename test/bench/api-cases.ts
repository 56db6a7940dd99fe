import { randomUUID } from 'node:crypto';
import type { Kiln } from '../support/kiln';
import { createSeconds, deleteSeconds } from './bench-case';
import type { BenchCase } from './bench-case';
import { BenchClient } from './bench-client';
import { cpuSeconds, median, percentile } from './measures';
import { PlainConnection } from './plain-connection';
import { independent, threeReferences } from './templates';

const READ_SECONDS = 5;
const CONNECTIONS = 8;
const MIB = 2 ** 20;

/**
 * Eight connections that ask for one stack again and again. The client is of the simplest kind, as it shares the machine
 * with what it measures; a share of 1 is one core.
 */
export const readCase: BenchCase = async ({ kiln }) => {
  const { id } = await createSeconds(kiln, independent(3));
  const connections = Array.from({ length: CONNECTIONS }, () => new PlainConnection(kiln));
  const path = `/v2/stacks/${id}`;
  const cpu = apiCpuSeconds(kiln);
  const end = performance.now() + READ_SECONDS * 1_000;
  const times = (
    await Promise.all(connections.map((connection) => timesUntil(end, () => connection.get(path))))
  ).flat();
  const apiCpu = apiCpuSeconds(kiln) - cpu;
  for (const connection of connections) connection.close();
  return {
    case: 'read-stack',
    figures: { requests_per_second: times.length / READ_SECONDS, api_cores: apiCpu / READ_SECONDS, ...spreadOf(times) },
    targets: { requests_per_second: { atLeast: 2_500 }, p99_milliseconds: { atMost: 20 } },
  };
};

/** One client that reads a stack of 10,000 resources. */
export const readLargeCase: BenchCase = async ({ kiln }) => {
  const { id } = await createSeconds(kiln, independent(10_000));
  let left = 200;
  const times = await readTimes(kiln, id, () => (left -= 1) >= 0);
  await deleteSeconds(kiln, id);
  return {
    case: 'read-stack-10000',
    figures: spreadOf(times),
    targets: { p50_milliseconds: { atMost: 15 }, p99_milliseconds: { atMost: 15 } },
  };
};

/** One client that posts templates of 100 resources, each once the stack before has settled: the time of the 202. */
export const postCase: BenchCase = async ({ kiln }) => {
  const client = new BenchClient(kiln);
  const template = independent(100);
  const times: number[] = [];
  for (let run = 0; run < 30; run += 1) {
    const begun = performance.now();
    const id = await client.create(`bench-${randomUUID()}`, template);
    times.push(performance.now() - begun);
    await client.settled(id);
  }
  return { case: 'post-100', figures: spreadOf(times), targets: { p50_milliseconds: { atMost: 25 } } };
};

/** A client that reads a small stack, alone and while another has a template of 8 MiB checked. */
export const duringCheckCase: BenchCase = async ({ kiln }) => {
  const { id } = await createSeconds(kiln, independent(3));
  const template = largestTemplate();
  let left = 500;
  const alone = await readTimes(kiln, id, () => (left -= 1) >= 0);
  let isChecking = true;
  const begun = performance.now();
  const check = kiln.api.request('POST', '/v2/validate_template', { template }).finally(() => {
    isChecking = false;
  });
  const during = await readTimes(kiln, id, () => isChecking);
  const { status, text } = await check;
  if (status !== 200) throw new Error(`the template's check answered ${status}: ${text.slice(0, 1_000)}`);
  return {
    case: 'read-during-check',
    figures: {
      check_milliseconds: performance.now() - begun,
      alone_p99_milliseconds: percentile(alone, 99),
      ...spreadOf(during),
    },
    targets: { p99_milliseconds: { atMost: 20 } },
  };
};

/** As many resources with three references each as fit into 8 MiB. */
function largestTemplate(): string {
  const perResource = threeReferences(20_000).length / 20_000;
  const template = threeReferences(Math.floor((8 * MIB) / (perResource * 1.02)));
  if (template.length > 8 * MIB || template.length < 7.5 * MIB) throw new Error(`${template.length} is not near 8 MiB`);
  return template;
}

async function timesUntil(end: number, ask: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  while (performance.now() < end) {
    const begun = performance.now();
    await ask();
    times.push(performance.now() - begun);
  }
  return times;
}

function apiCpuSeconds(kiln: Kiln): number {
  return kiln.apis.reduce((sum, { pid }) => sum + cpuSeconds(pid), 0);
}

async function readTimes(kiln: Kiln, id: string, isGoing: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (isGoing()) {
    const begun = performance.now();
    await kiln.api.stack(id);
    times.push(performance.now() - begun);
  }
  return times;
}

function spreadOf(times: readonly number[]): Record<string, number> {
  return {
    p50_milliseconds: median(times),
    p99_milliseconds: percentile(times, 99),
    most_milliseconds: percentile(times, 100),
  };
}
