export * from './counters';
export * from './graph';
export * from './plan';
export * from './settle';
export * from './share-room';
