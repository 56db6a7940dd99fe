import type { SecretBox } from '#entities';
import type { Broker } from '#messaging';
import type { Logger, ReadinessChecks } from '#process';
import type { TypeRegistry } from '#resources';
import type { Authenticator } from '../auth/authenticator';
import type { TemplateChecker } from '../checking/template-checker';
import type { Database } from '../database/database';
import type { OpenRequests } from '../edge/open-requests';
import type { RateLimit } from '../edge/rate-limit';
import type { EventFeed, EventReader } from '../events/event-ports';
import type { Settings } from './settings';

/** What the api stands on: opened before the first request is taken, closed after the last one is answered. */
export interface Platform {
  settings: Settings;
  log: Logger;
  database: Database;
  broker: Broker;
  secrets: SecretBox;
  types: TypeRegistry;
  authenticator: Authenticator;
  rateLimit: RateLimit | undefined;
  openRequests: OpenRequests;
  checker: TemplateChecker;
  eventReader: EventReader;
  eventFeed: EventFeed;
  readinessChecks: ReadinessChecks;
}
