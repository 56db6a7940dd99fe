export { builtInTypes } from './built-in-types';
export { heatTypes } from './catalogue/heat-types';
export { loadResourceTypes } from './load-resource-types';
export type { DatabaseProvider, Providers, RabbitmqProvider } from './providers';
export { ResourceFailure } from './resource-failure';
export { referenceIdOf } from './resource-type';
export { changeRulesOf } from './change-rules';
export type {
  AgainAnswer,
  CheckAnswer,
  FoundThing,
  MadeResource,
  Observation,
  PropertyChange,
  ResourceType,
  Step,
  StepAnswer,
  UpdateStep,
} from './resource-type';
export { MOST_SIGNALS } from './signal';
export type { SaidBySignal, Signal } from './signal';
export { createTypeRegistry } from './type-registry';
export type { TypeRegistry } from './type-registry';
export { resourceTypeContract } from './contract/resource-type-contract';
export type { ContractCase, ContractSubject, NamedSubject } from './contract/resource-type-contract';
export { GONE } from './gone';
