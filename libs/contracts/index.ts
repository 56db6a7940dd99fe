export * from './callers';
export type * from './diagnostics';
export * from './errors';
export type * from './ids';
export type * from './json';
export type * from './messages';
export * from './notification';
export * from './states';
