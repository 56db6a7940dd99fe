// `npm run check`: everything that must hold before a change goes in. Goes on after a failure, and says at the end what
// failed.
import { spawnSync } from 'node:child_process';
import { ensurePackages, root } from './ensure.mjs';

const CHECKS = [
  ['format', ['run', '--silent', 'format:check']],
  ['lint', ['run', '--silent', 'lint']],
  ['layers', ['run', '--silent', 'layers']],
  ['types', ['run', '--silent', 'types']],
  ['unused code', ['run', '--silent', 'unused']],
  ['tests', ['test']],
];

ensurePackages();
const results = CHECKS.map(([name, command]) => {
  console.log(`── ${name}`);
  const { status } = spawnSync('npm', command, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return { name, passed: status === 0 };
});
console.log('──');
for (const { name, passed } of results) console.log(`${passed ? 'passed' : 'FAILED'}  ${name}`);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
