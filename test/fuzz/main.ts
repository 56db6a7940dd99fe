import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz';
import type { FuzzFigures } from './fuzz';
import { bugsInLog, startFuzzedKiln } from './use-fuzzed-kiln';
import { FuzzWorld } from './world';

const SHOWN_FAULTS = 20;

/** `npm run fuzz:api -- --requests N --seed S [--only NUMBER]`. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      requests: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
    },
  });
  const seed = Number(values.seed);
  const only = values.only === undefined ? {} : { only: Number(values.only) };
  const kiln = await startFuzzedKiln();
  try {
    const begun = performance.now();
    const figures = await fuzz(await FuzzWorld.of(kiln), { requests: Number(values.requests), seed, ...only });
    const bugs = [...bugsInLog(kiln), ...(kiln.apiProcess.isAlive ? [] : ['the api ended'])];
    print(figures, { seed, seconds: (performance.now() - begun) / 1_000, bugs });
    return figures.faults.length === 0 && bugs.length === 0;
  } finally {
    await kiln.stop();
  }
}

function told(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .sort()
    .map(([status, count]) => `${status}: ${count}`)
    .join(', ');
}

interface Around {
  seed: number;
  seconds: number;
  bugs: readonly string[];
}

function print({ requests, byStatus, byRoute, faults }: FuzzFigures, { seed, seconds, bugs }: Around): void {
  const lines = [
    `${requests} requests with seed ${seed} in ${seconds.toFixed(0)} s, ${faults.length} faults, ${bugs.length} lines of the log that tell of bugs`,
    told(byStatus),
    ...[...byRoute].sort().map(([route, statuses]) => `  ${route}  ${told(statuses)}`),
    ...faults
      .slice(0, SHOWN_FAULTS)
      .map(
        ({ number, route, faults: all, sent, answer }) =>
          `── ${route}: again with --seed ${seed} --only ${number}\n${all.slice(0, 5).join('\n')}\n${JSON.stringify(sent)}\n${answer}`,
      ),
    ...bugs.slice(0, SHOWN_FAULTS),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

main().then(
  (isWell) => process.exit(isWell ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
