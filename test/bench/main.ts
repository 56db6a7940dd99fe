import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { startCloud } from '../cloud/start-cloud';
import { Kiln } from '../support/kiln';
import { readArguments } from './arguments';
import { CASES } from './cases';
import { measureFloor } from './floor';
import type { Result, Target } from './measures';
import { runTemplateCases } from './template-cases';

/** Production's own timings: the short leases of the tests would be measured otherwise. */
const PRODUCTION = {
  KILN_HEARTBEAT_MS: '2000',
  KILN_LEASE_MS: '15000',
  KILN_SWEEP_MS: '1000',
  KILN_REPUBLISH_MS: '5000',
  KILN_LOG_LEVEL: 'warn',
};

async function bench(): Promise<void> {
  const { templateCases, kilnCases, json, notifiers } = readArguments(process.argv.slice(2));
  const results: Result[] = [];
  const keep = (result: Result): void => {
    results.push(result);
    print(result);
  };
  for await (const result of runTemplateCases(templateCases)) keep(result);
  if (kilnCases.length > 0) await benchKiln(kilnCases, notifiers, keep);
  if (json !== undefined)
    writeFileSync(
      json,
      `${JSON.stringify({ machine: `${cpus().length} × ${cpus()[0]?.model}`, node: process.version, results }, null, 2)}\n`,
    );
}

/** Runs cases on a whole Kiln, with what the servers themselves can do measured before. */
async function benchKiln(names: readonly string[], notifiers: number, keep: (result: Result) => void): Promise<void> {
  const cloud = await startCloud();
  const kiln = await Kiln.start({
    notifiers,
    isChecked: false,
    env: { ...PRODUCTION, KILN_RESOURCE_TYPE_MODULES: join(__dirname, '../cloud/types.js') },
  });
  try {
    const floor = await measureFloor(kiln.database);
    keep(floor);
    for (const name of names) {
      const nodesPerSecond = floor.figures['nodes_per_second'] ?? Number.NaN;
      keep(await CASES[name]!({ kiln, cloudUrl: cloud.url, floor: nodesPerSecond }));
    }
  } catch (error) {
    process.stderr.write(`${kiln.output()}\n`);
    throw error;
  } finally {
    await kiln.stop();
    await cloud.close();
  }
}

/** One line a figure: case, figure, value, target and whether it is met. */
function print({ case: name, figures, targets = {} }: Result): void {
  for (const [figure, value] of Object.entries(figures)) {
    const line = `${name.padEnd(20)}${figure.padEnd(28)}${value.toFixed(2).padStart(12)}  ${verdictOn(value, targets[figure])}`;
    process.stdout.write(`${line.trimEnd()}\n`);
  }
}

function verdictOn(value: number, target: Target | undefined): string {
  if (!target) return '';
  const { atMost = Infinity, atLeast = -Infinity } = target;
  const bound = target.atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`;
  return `${bound.padEnd(9)}${value <= atMost && value >= atLeast ? 'met' : 'MISSED'}`;
}

bench().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
