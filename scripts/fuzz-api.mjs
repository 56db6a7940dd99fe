// `npm run fuzz:api [-- --requests N --seed S --only NUMBER]`: sends the API requests that are made up from its
// description, on servers that it brings, and says which answers were wrong.
import { join } from 'node:path';
import { fail, root } from './ensure.mjs';
import { runWithServers } from './run-with-servers.mjs';

const args = [join(root, 'dist/test/fuzz/main.js'), ...process.argv.slice(2)];
try {
  process.exitCode = (await runWithServers('fuzz', () => ({ args }))) ? 0 : 1;
} catch (error) {
  fail(error.message);
}
