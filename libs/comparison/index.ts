export { compareResources } from './compare-resources';
export type { Compared, CompareTools, ReadRow } from './compare-resources';
export { decideAbout, refusalOf } from './decide-about';
export { AskedNames, ResourceScope } from './resource-scope';
export type { ResourceFacts, ScopeTools } from './resource-scope';
