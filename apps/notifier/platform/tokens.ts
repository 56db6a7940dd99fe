/** What Nest injects by name, since it is no class of the notifier's own. */
export const CONFIG = Symbol('CONFIG');
export const LOG = Symbol('LOG');
export const METRICS = Symbol('METRICS');
