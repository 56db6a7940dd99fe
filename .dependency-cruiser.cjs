/** The layers of ARCHITECTURE.md, as rules. */
const pure = '^libs/(template|orchestration|contracts)/';
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'libs-never-import-apps',
      severity: 'error',
      from: { path: '^libs/', pathNot: 'spec\\.ts$' },
      to: { path: '^(apps|test)/' },
    },
    {
      name: 'apps-never-import-each-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'apps-never-import-tests',
      severity: 'error',
      from: { path: '^apps/', pathNot: 'spec\\.ts$' },
      to: { path: '^test/' },
    },
    {
      name: 'pure-libs-use-no-node-module',
      severity: 'error',
      from: { path: pure, pathNot: 'spec\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-libs-import-only-pure-libs',
      severity: 'error',
      from: { path: pure, pathNot: 'spec\\.ts$' },
      to: { path: '^libs/', pathNot: pure },
    },
    {
      name: 'pure-libs-use-no-framework',
      severity: 'error',
      from: { path: '^libs/(template|orchestration)/', pathNot: 'spec\\.ts$' },
      to: { path: 'node_modules', pathNot: 'node_modules/(yaml|re2js|@noble/hashes)/' },
    },
    {
      name: 'libs-are-imported-by-their-index',
      severity: 'error',
      from: { path: '^(apps|test)/' },
      to: { path: '^libs/[^/]+/.+', pathNot: '^libs/[^/]+/index\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      mainFields: ['main', 'types'],
    },
  },
};
