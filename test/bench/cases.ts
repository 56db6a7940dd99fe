import { duringCheckCase, postCase, readCase, readLargeCase } from './api-cases';
import { createSeconds, deleteSeconds } from './bench-case';
import type { BenchCase } from './bench-case';
import { listCase } from './list-cases';
import { engineCounters, median, memoryMiB, resetPeak } from './measures';
import type { Result } from './measures';
import { chain, cloudServers, independent, layers } from './templates';
import { replaceAllCase, updateNothingCase, updateOneCase } from './update-cases';

function independentCase(count: number, runs: number, targets: Result['targets'] = {}): BenchCase {
  return async ({ kiln, floor }) => {
    const times: number[] = [];
    const before = await engineCounters(kiln);
    const [engine] = kiln.engines;
    if (engine) resetPeak(engine.pid);
    for (let run = 0; run < runs; run += 1) {
      const { id, seconds } = await createSeconds(kiln, independent(count));
      times.push(seconds);
      if (run < runs - 1) await deleteSeconds(kiln, id);
    }
    const after = await engineCounters(kiln);
    const seconds = median(times);
    const perResource = (name: keyof typeof after): number => (after[name] - before[name]) / (count * (2 * runs - 1));
    return {
      case: `independent-${count}`,
      figures: {
        milliseconds: seconds * 1_000,
        resources_per_second: count / seconds,
        share_of_floor_percent: (100 * count) / seconds / floor,
        statements_per_resource: perResource('statements'),
        messages_per_resource: perResource('messages'),
        engine_peak_mib: engine ? memoryMiB(engine.pid).peak : Number.NaN,
      },
      targets,
    };
  };
}

function chainCase(length: number): BenchCase {
  return async ({ kiln }) => {
    const { seconds } = await createSeconds(kiln, chain(length));
    return {
      case: `chain-${length}`,
      figures: { milliseconds: seconds * 1_000, milliseconds_per_link: (seconds * 1_000) / length },
      targets: { milliseconds_per_link: { atMost: 8 } },
    };
  };
}

const layersCase: BenchCase = async ({ kiln }) => {
  const { seconds } = await createSeconds(kiln, layers(10, 50));
  return { case: 'layers-10x50', figures: { milliseconds: seconds * 1_000, resources_per_second: 500 / seconds } };
};

const manyStacksCase: BenchCase = async ({ kiln }) => {
  const begun = performance.now();
  await Promise.all(Array.from({ length: 20 }, () => createSeconds(kiln, independent(10))));
  const seconds = (performance.now() - begun) / 1_000;
  return { case: 'stacks-20x10', figures: { milliseconds: seconds * 1_000, resources_per_second: 200 / seconds } };
};

const cloudCase: BenchCase = async ({ kiln, cloudUrl }) => {
  const { id, seconds } = await createSeconds(kiln, cloudServers(1_000, cloudUrl, 5));
  const deleting = await deleteSeconds(kiln, id);
  return {
    case: 'cloud-1000',
    figures: {
      milliseconds: seconds * 1_000,
      resources_per_second: 1_000 / seconds,
      delete_milliseconds: deleting * 1_000,
    },
  };
};

const deleteCase: BenchCase = async ({ kiln }) => {
  const { id } = await createSeconds(kiln, independent(1_000));
  const seconds = await deleteSeconds(kiln, id);
  return { case: 'delete-1000', figures: { milliseconds: seconds * 1_000, resources_per_second: 1_000 / seconds } };
};

/** Last: what each process holds after all that, and its peak since the 10,000. */
const memoryCase: BenchCase = ({ kiln }) => {
  const figures: Record<string, number> = {};
  for (const process of [kiln.apiProcess, ...kiln.engines, ...kiln.notifiers]) {
    const { now, peak } = memoryMiB(process.pid);
    figures[`${process.app}_now_mib`] = now;
    figures[`${process.app}_peak_mib`] = peak;
  }
  return Promise.resolve({ case: 'memory', figures });
};

/** In the order they run: the first warms everything up. */
export const CASES: Record<string, BenchCase> = {
  'independent-1': independentCase(1, 30, { milliseconds: { atMost: 50 } }),
  'independent-100': independentCase(100, 5),
  'independent-1000': independentCase(1_000, 5, { milliseconds: { atMost: 1_000 } }),
  'independent-10000': independentCase(10_000, 2, {
    resources_per_second: { atLeast: 1_500 },
    share_of_floor_percent: { atLeast: 5 },
  }),
  'cloud-1000': cloudCase,
  'chain-100': chainCase(100),
  'chain-300': chainCase(300),
  'layers-10x50': layersCase,
  'stacks-20x10': manyStacksCase,
  'delete-1000': deleteCase,
  'update-nothing-1000': updateNothingCase,
  'update-one-1000': updateOneCase,
  'replace-1000': replaceAllCase,
  'read-stack': readCase,
  'read-stack-10000': readLargeCase,
  'post-100': postCase,
  'read-during-check': duringCheckCase,
  'list-100000': listCase,
  memory: memoryCase,
};
