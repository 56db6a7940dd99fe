import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { printDifferences, printTable, report } from './report';
import { runSets } from './run-sets';
import { DEFAULT_FOLDERS, vectorsMissing } from './vectors';

/** `npm run conformance [-- --list --json FILE --vectors DIR --corpus DIR]`: answers every vector, and tells how many agree. */
function main(): void {
  const { values } = parseArgs({
    options: {
      list: { type: 'boolean', default: false },
      json: { type: 'string' },
      vectors: { type: 'string', default: DEFAULT_FOLDERS.vectors },
      corpus: { type: 'string', default: DEFAULT_FOLDERS.corpus },
    },
  });
  const folders = { vectors: resolve(values.vectors), corpus: resolve(values.corpus) };
  const missing = vectorsMissing(folders);
  if (missing !== undefined) throw new Error(`${missing}; name others with --vectors and --corpus`);
  const results = runSets(folders);
  printTable(results);
  if (values.list) printDifferences(results);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report(results), null, 1)}\n`);
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
