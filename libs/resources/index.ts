export { loadResourceTypes } from './load-resource-types';
export type { DatabaseProvider, Providers, RabbitmqProvider } from './providers';
export { ResourceFailure } from './resource-failure';
export { referenceIdOf } from './resource-type';
export type { MadeResource, ResourceType, Step, StepAnswer } from './resource-type';
export { createTypeRegistry } from './type-registry';
export type { TypeRegistry } from './type-registry';
