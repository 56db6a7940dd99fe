// Compiles apps, libs and test from TypeScript to CommonJS in dist/, as far as they changed. Types are checked apart,
// by `npm run types`. dist/.built says what each file was made from; no file is ever half written, so that a build
// disturbs neither a running Kiln nor another build.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform, version } from '@swc/core';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const record = join(dist, '.built');

/** Brings dist/ up to date; answers how many files were compiled. Throws with every file that can't be. */
export async function build() {
  const options = await readFile(join(root, '.swcrc'), 'utf8');
  const before = await readRecord();
  const after = {};
  const faults = [];
  let compiled = 0;
  for (const source of await listSources()) {
    const text = await readFile(join(root, source), 'utf8');
    const hash = createHash('sha256').update(version).update(options).update(text).digest('hex');
    try {
      if (before[source] !== hash || !existsSync(targetOf(source))) {
        await compile(source, text);
        compiled += 1;
      }
      after[source] = hash;
    } catch (error) {
      faults.push(`${source}: ${error.message}`);
    }
  }
  await removeOrphans(before, after);
  await mkdir(dist, { recursive: true });
  await replaceFile(record, JSON.stringify(after, null, 1));
  if (faults.length > 0) throw new Error(`Can't be compiled:\n${faults.join('\n')}`);
  return compiled;
}

async function listSources() {
  const found = [];
  for (const folder of ['apps', 'libs', 'test'].filter((name) => existsSync(join(root, name)))) {
    for (const entry of await readdir(join(root, folder), { recursive: true })) {
      if (entry.endsWith('.ts') && !entry.endsWith('spec.ts')) found.push(join(folder, entry));
    }
  }
  return found;
}

function targetOf(source) {
  return join(dist, source.replace(/\.ts$/, '.js'));
}

async function compile(source, text) {
  const target = targetOf(source);
  const { code, map } = await transform(text, {
    filename: join(root, source),
    cwd: root,
    sourceFileName: join(root, source),
  });
  await mkdir(dirname(target), { recursive: true });
  await replaceFile(`${target}.map`, map);
  await replaceFile(target, `${code}\n//# sourceMappingURL=${basename(target)}.map\n`);
}

/** What has no source any more goes, as an import of it would still succeed. */
async function removeOrphans(before, after) {
  for (const source of Object.keys(before)) {
    if (after[source] !== undefined || existsSync(join(root, source))) continue;
    for (const file of [targetOf(source), `${targetOf(source)}.map`]) await rm(file, { force: true });
  }
}

async function replaceFile(path, text) {
  await writeFile(`${path}.${process.pid}`, text);
  await rename(`${path}.${process.pid}`, path);
}

async function readRecord() {
  try {
    return JSON.parse(await readFile(record, 'utf8'));
  } catch {
    await rm(dist, { recursive: true, force: true });
    return {};
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`${await build()} files compiled`);
