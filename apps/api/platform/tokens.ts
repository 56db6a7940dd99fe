/** The resource types that templates may name: a `TypeCatalogue`. */
export const TYPE_CATALOGUE = Symbol('TypeCatalogue');

/** What must be reachable for the api to be ready: `ReadinessChecks`. */
export const READINESS_CHECKS = Symbol('ReadinessChecks');

/** The process's `Logger`, for what is logged outside of a request. */
export const LOGGER = Symbol('Logger');

/** Reads retained events: an `EventReader`. */
export const EVENT_READER = Symbol('EventReader');

/** Hands events on as they happen: an `EventFeed`. */
export const EVENT_FEED = Symbol('EventFeed');
