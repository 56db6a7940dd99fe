// `npm run rotate-keys [-- --check]`: builds what changed, then runs the command, which reads the same arguments.
import { createRequire } from 'node:module';
import { ensureBuild, ensurePackages } from './ensure.mjs';

ensurePackages();
await ensureBuild();
createRequire(import.meta.url)('../dist/apps/rotate-keys/main.js');
