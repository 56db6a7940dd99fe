import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInTypes } from '../built-in-types';
import { resourceTypesPage } from './resource-types-page';

// Run from the root of the project, after a build.
const page = resourceTypesPage(builtInTypes.map((type) => type.schema));
writeFileSync(join('docs', 'resource-types.md'), page);
