export * from './common';
export * from './environment';
