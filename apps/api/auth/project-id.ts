import { createHash } from 'node:crypto';
import { isProjectId } from '#contracts';

const MAPPED = /^_[A-Za-z0-9_-]{43}$/;

/**
 * The id of a project as Kiln keeps it. What another service names otherwise than Kiln may is mapped to `_` and its
 * SHA-256; so is what looks mapped already, so that no two projects become one.
 */
export function projectIdOf(name: string): string {
  if (isProjectId(name) && !MAPPED.test(name)) return name;
  return `_${createHash('sha256').update(name).digest('base64url')}`;
}
