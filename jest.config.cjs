/** Unit and property specs need nothing; integration, end-to-end and fault specs use the servers that scripts/test.mjs brings. */
// Jest runs CommonJS: of a package that has ES modules only, those are compiled as our own are.
const ES_MODULES_ONLY = 'jose';
const transform = { '^.+\\.ts$': '@swc/jest', [`/node_modules/${ES_MODULES_ONLY}/.+\\.js$`]: '@swc/jest' };
const transformIgnorePatterns = [`/node_modules/(?!${ES_MODULES_ONLY}/)`];
const moduleNameMapper = { '^#([a-z-]+)$': '<rootDir>/libs/$1/index.ts' };
const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform,
  transformIgnorePatterns,
  moduleNameMapper,
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.kiln'],
};

module.exports = {
  // The bound only ends a test that would never end; on a busy machine a server may take its time to start.
  testTimeout: 60_000,
  projects: [
    { ...base, displayName: 'unit', testMatch: ['**/*.spec.ts'] },
    { ...base, displayName: 'integration', testMatch: ['**/*.int-spec.ts'] },
    { ...base, displayName: 'end-to-end', testMatch: ['<rootDir>/test/e2e/**/*.e2e-spec.ts'] },
    { ...base, displayName: 'faults', testMatch: ['<rootDir>/test/faults/**/*.fault-spec.ts'] },
  ],
};
