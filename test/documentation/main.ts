import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { differencesPage } from '../conformance/differences-page';
import { withTables } from './version-tables';

/** `npm run docs`: writes anew what the pages on templates have from the code. */
const docs = join(__dirname, '../../../docs');
const templates = join(docs, 'templates.md');
writeFileSync(templates, withTables(readFileSync(templates, 'utf8')));
writeFileSync(join(docs, 'heat-differences.md'), differencesPage());
