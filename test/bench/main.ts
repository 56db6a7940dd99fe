import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCloud } from '../cloud/start-cloud';
import { Kiln } from '../support/kiln';
import { CASES } from './cases';
import { measureFloor } from './floor';
import type { Result, Target } from './measures';

/** Production's own timings: the short leases of the tests would be measured otherwise. */
const PRODUCTION = {
  KILN_HEARTBEAT_MS: '2000',
  KILN_LEASE_MS: '15000',
  KILN_SWEEP_MS: '1000',
  KILN_REPUBLISH_MS: '5000',
  KILN_LOG_LEVEL: 'warn',
};

async function bench(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      only: { type: 'string', multiple: true },
      notifiers: { type: 'string', default: '1' },
    },
    allowPositionals: true,
  });
  const names = values.only ?? Object.keys(CASES);
  const unknown = names.filter((name) => !(name in CASES));
  if (unknown.length > 0) throw new Error(`no case ${unknown.join(', ')}; there are ${Object.keys(CASES).join(', ')}`);
  const cloud = await startCloud();
  const kiln = await Kiln.start({
    notifiers: Number(values.notifiers),
    env: { ...PRODUCTION, KILN_RESOURCE_TYPE_MODULES: join(__dirname, '../cloud/types.js') },
  });
  try {
    const floor = await measureFloor(kiln.database);
    const results = [floor];
    print(floor);
    for (const name of names) {
      const result = await CASES[name]!({
        kiln,
        cloudUrl: cloud.url,
        floor: floor.figures['nodes_per_second'] ?? Number.NaN,
      });
      results.push(result);
      print(result);
    }
    if (values.json !== undefined)
      writeFileSync(
        values.json,
        `${JSON.stringify({ machine: `${cpus().length} × ${cpus()[0]?.model}`, node: process.version, results }, null, 2)}\n`,
      );
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
