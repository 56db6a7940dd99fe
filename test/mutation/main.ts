import { join } from 'node:path';
import { inspect, parseArgs } from 'node:util';
import { checkMutants } from './mutation-check';
import type { MutationResult, TriedMutant } from './mutation-check';

/** Fewer caught than this, and the check fails. */
const FEWEST_PERCENT = 90;

/** `npm run mutants [-- --only PART…]`: tells which mutants no test catches, as file:line:column with the change. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true, default: [] } } });
  const result = await checkMutants(join(__dirname, '../../..'), values.only);
  print(result);
  if (percentOf(result.tried) < FEWEST_PERCENT || result.staleEquivalents.length > 0) process.exitCode = 1;
}

function print({ tried, staleEquivalents }: MutationResult): void {
  for (const { file, mutant, fate } of tried) {
    if (fate !== 'survived') continue;
    write(`${file}:${mutant.line}:${mutant.column}  ${shown(mutant.original)} → ${shown(mutant.replacement)}`);
  }
  for (const name of new Set(tried.map(({ file }) => file))) {
    write(
      summaryOf(
        name,
        tried.filter(({ file }) => file === name),
      ),
    );
  }
  write(summaryOf('all', tried));
  for (const { file, code } of staleEquivalents)
    write(`${file}: no mutant that survives in \`${code}\`: take it off the list`);
}

function shown(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 100)}…` : line;
}

function summaryOf(name: string, tried: readonly TriedMutant[]): string {
  const caught = tried.filter(({ fate }) => fate === 'caught').length;
  const counted = tried.filter(({ fate }) => fate !== 'equivalent').length;
  return `${name.padEnd(56)} ${String(caught).padStart(5)} of ${String(counted).padStart(5)} caught  ${percentOf(tried).toFixed(1).padStart(5)} %`;
}

function percentOf(tried: readonly TriedMutant[]): number {
  const counted = tried.filter(({ fate }) => fate !== 'equivalent');
  return counted.length === 0 ? 100 : (100 * counted.filter(({ fate }) => fate === 'caught').length) / counted.length;
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${inspect(error)}\n`);
  process.exitCode = 1;
});
