import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFiles } from './data-files';

// Run from the root of the project, after a build, with the file of facts: one JSON object a line for each type.
const [source = '../shared/resource-types.jsonl'] = process.argv.slice(2);
const folder = join('libs', 'resources', 'catalogue', 'data');
const files = dataFiles(readFileSync(source, 'utf8'));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, text] of files) writeFileSync(join(folder, name), text);
