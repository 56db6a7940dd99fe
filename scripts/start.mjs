// `npm start`: installs, builds, then hands over to the launcher, which lives as long as Kiln does.
import { createRequire } from 'node:module';
import { ensureBuild, ensurePackages, root } from './ensure.mjs';

ensurePackages();
await ensureBuild();
const { launch } = createRequire(import.meta.url)('../dist/apps/launcher/main.js');
await launch({ root, environment: process.env, arguments: process.argv.slice(2) });
