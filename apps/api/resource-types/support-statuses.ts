import type { SupportStatus } from '#template';

export type SupportStatusName = SupportStatus['status'];

/** As Heat has them; the compiler sees that none is missing. */
const EVERY: Readonly<Record<SupportStatusName, true>> = {
  SUPPORTED: true,
  DEPRECATED: true,
  HIDDEN: true,
  UNSUPPORTED: true,
};

export const SUPPORT_STATUSES = Object.keys(EVERY) as readonly SupportStatusName[];
