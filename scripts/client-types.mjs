// Makes the types of libs/client from docs/openapi.json: `--write` writes them there, else they are printed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { root } from './ensure.mjs';

const HEAD = '// Made from docs/openapi.json by `npm run docs`.\n\n';

const document = JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8'));
const types = HEAD + astToString(await openapiTypescript(document, { emptyObjectsUnknown: true }));
if (process.argv.includes('--write')) writeFileSync(join(root, 'libs/client/generated/api.ts'), types);
else process.stdout.write(types);
