// `npm run mutants [-- --only PART…]`: breaks the functions of the template language in one place at a time, and sees
// whether the unit specs notice.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild, ensurePackages, root } from './ensure.mjs';

ensurePackages();
await ensureBuild();
const main = join(root, 'dist/test/mutation/main.js');
process.exitCode = spawnSync(process.execPath, [main, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
