import { shortHash } from './short-hash';

/** A resource, as far as names of things are made of it. */
interface Named {
  readonly stackName: string;
  readonly resourceName: string;
  readonly resourceId: string;
}

/**
 * `<stack>-<resource>-<short id>` for a thing that the template gives no name, with `joint` between the parts and
 * in place of what is not a digit, a letter or `_`; at most `limit` characters, cut before the short id. Nobody
 * else has this name.
 */
export function ownName(resource: Named, joint: '-' | '_', limit: number): string {
  const id = shortHash(resource.resourceId);
  const words = `${resource.stackName}${joint}${resource.resourceName}`.replace(/[^A-Za-z0-9_]/g, joint);
  return `${words.slice(0, limit - id.length - 1)}${joint}${id}`;
}
