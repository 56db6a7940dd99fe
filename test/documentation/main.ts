import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { differencesPage } from '../conformance/differences-page';
import { documents } from './documents';
import { withLaterTable } from './later-table';
import { withTables } from './version-tables';

/** `npm run docs`: writes anew what the pages have from the code, and the documents that are made of it. */
const docs = join(__dirname, '../../../docs');
const templates = join(docs, 'templates.md');
writeFileSync(templates, withTables(readFileSync(templates, 'utf8')));
const api = join(docs, 'api.md');
writeFileSync(api, withLaterTable(readFileSync(api, 'utf8')));
writeFileSync(join(docs, 'heat-differences.md'), differencesPage());
for (const { file, text } of documents()) writeFileSync(join(docs, file), text);
