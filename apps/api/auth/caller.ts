import { ROLES } from '#contracts';
import type { Role } from '#contracts';

/** Who sends a request, as the credentials say. */
export interface Caller {
  project: string;
  /** Shown as owner of stacks and as who asked for an operation. */
  name: string;
  roles: readonly Role[];
  /** Milliseconds since 1970; absent: the credentials do not expire. */
  expiresAt: number | undefined;
}

/** Whether the caller may do what `role` is needed for. */
export function isAtLeast(caller: Caller, role: Role): boolean {
  const needed = ROLES.indexOf(role);
  return caller.roles.some((held) => ROLES.indexOf(held) >= needed);
}
