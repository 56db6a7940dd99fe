export { compareResources } from './compare-resources';
export type { Compared, CompareTools, ReadRow } from './compare-resources';
export { decideAbout, refusalOf } from './decide-about';
export type { Change } from './foresee-change';
export { foreseeNewStack, foreseeUpdate } from './foresee-stack';
export type { ForeseenResource, ForeseenRow, ForeseenStack } from './foresee-stack';
export { AskedNames, ResourceScope } from './resource-scope';
export type { ResourceFacts, ScopeTools } from './resource-scope';
