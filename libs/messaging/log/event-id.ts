/** Where an event stands: its root and its number within it. */
export interface EventPlace {
  rootId: string;
  sequence: number;
}

const UUID_LENGTH = 36;

/**
 * Reads an event's id, `<root>.<sequence>`, which every message of the log also carries as its message id: so the log
 * is indexed and searched without a look into the bodies. Undefined: it is no event's id.
 */
export function parseEventId(id: unknown): EventPlace | undefined {
  if (typeof id !== 'string' || id.charAt(UUID_LENGTH) !== '.') return undefined;
  const sequence = Number(id.slice(UUID_LENGTH + 1));
  if (!Number.isSafeInteger(sequence) || sequence < 1) return undefined;
  return { rootId: id.slice(0, UUID_LENGTH), sequence };
}
