// Compiles apps, libs and test from TypeScript to CommonJS in dist/. Types are checked apart, by `npm run types`.
import { transformFile } from '@swc/core';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

const sources = [];
for (const folder of ['apps', 'libs', 'test']) {
  for (const entry of await readdir(join(root, folder), { recursive: true })) {
    if (entry.endsWith('.ts') && !entry.endsWith('spec.ts')) sources.push(join(folder, entry));
  }
}
await rm(dist, { recursive: true, force: true });
await Promise.all(
  sources.map(async (source) => {
    const target = join(dist, source.replace(/\.ts$/, '.js'));
    const { code, map } = await transformFile(join(root, source), { cwd: root });
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, `${code}\n//# sourceMappingURL=${target.split('/').pop()}.map\n`);
    await writeFile(`${target}.map`, map);
  }),
);
await writeFile(join(dist, '.built'), new Date().toISOString());
