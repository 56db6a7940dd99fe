import { join } from 'node:path';

/** The module that gives the api and the engines the stand-in cloud's type. */
export const CLOUD_TYPES = { KILN_RESOURCE_TYPE_MODULES: join(__dirname, '../../dist/test/cloud/types.js') };
