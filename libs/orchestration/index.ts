export * from './counters';
export * from './graph';
export * from './plan';
export * from './settle';
export * from './share-room';
export * from './update/decide-change';
export * from './update/incarnations';
export * from './update/plan-update';
