// `npm run bench [-- --json FILE --only CASE…]`: measures Kiln's real processes on servers that it brings.
import { join } from 'node:path';
import { root } from './ensure.mjs';
import { runWithServers } from './run-with-servers.mjs';

const args = [join(root, 'dist/test/bench/main.js'), ...process.argv.slice(2)];
process.exitCode = (await runWithServers('bench', () => ({ args }))) ? 0 : 1;
