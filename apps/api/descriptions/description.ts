import { createHash } from 'node:crypto';
import type { JsonObject } from '#contracts';

/** The documents that describe the api. */
export interface Descriptions {
  openApi: JsonObject;
  asyncApi: JsonObject;
}

/** A thing that is the same for everybody until the next version, with what lets a client keep it. */
export interface Kept {
  body: string | Buffer;
  mediaType: string;
  etag: string;
}

export function kept(body: string | Buffer, mediaType: string): Kept {
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 27);
  return { body, mediaType, etag: `"${digest}"` };
}

/** Whether `If-None-Match` (RFC 9110, section 13.1.2) names the tag. */
export function isKnown(header: string | undefined, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
