import { InvariantError } from '#contracts';
import type { JsonObject } from '#contracts';
import type { PreparedStack } from './stack';

/** What answers may show: values as typed JSON, hidden ones as `******`, pseudo parameters included. */
export function shownParameters(_stack: PreparedStack): JsonObject {
  throw new InvariantError('not built yet');
}

/** The texts that must be masked wherever a reason or log line might hold them; longest first. */
export function hiddenValues(_stack: PreparedStack): string[] {
  throw new InvariantError('not built yet');
}
