// `npm run conformance [-- --list --json FILE --vectors DIR --corpus DIR]`: asks what Heat's own code was asked.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild, ensurePackages, root } from './ensure.mjs';

ensurePackages();
await ensureBuild();
const main = join(root, 'dist/test/conformance/main.js');
process.exitCode = spawnSync(process.execPath, [main, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
