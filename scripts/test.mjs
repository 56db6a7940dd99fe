// `npm test [-- --long] [-- jest's arguments]`: runs jest on everything, with servers that it brings, and says last what
// jest counted.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ensure.mjs';
import { runWithServers } from './run-with-servers.mjs';

const given = process.argv.slice(2);
const reportIn = (home) => join(home, 'jest.json');

function jest(home) {
  return {
    args: [
      join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
      // More than the two cores that it is meant for: most tests wait for processes and servers.
      '--maxWorkers=3',
      // A test that fails half way may leave something open; that must not keep the run from ending.
      '--forceExit',
      '--json',
      `--outputFile=${reportIn(home)}`,
      ...given.filter((argument) => argument !== '--long'),
    ],
    env: given.includes('--long') ? { KILN_TEST_LONG: '1' } : {},
  };
}

/** From jest's own figures; a file that can't even be loaded counts as one failure. */
function readTotals(home) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(reportIn(home), 'utf8'),
    );
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

let totals = { passed: 0, failed: 0 };
const succeeded = await runWithServers('test', jest, (home) => (totals = readTotals(home)));
if (totals.passed + totals.failed === 0) console.error('No test was run.');
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = succeeded && totals.passed > 0 && totals.failed === 0 ? 0 : 1;
