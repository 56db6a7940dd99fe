export { AdminServer, createMetrics, runChecks } from './admin-server';
export type { ReadinessChecks } from './admin-server';
export { Failpoints } from './failpoints';
export { Heartbeat } from './heartbeat';
export { createLogger } from './logger';
export type { Logger } from './logger';
export { runProcess } from './run-process';
export type { Stop } from './run-process';
