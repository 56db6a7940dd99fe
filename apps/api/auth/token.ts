import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const ISSUED = /^kiln_([A-Za-z0-9]{4,64})_[A-Za-z0-9_-]{16,512}$/;
const PREFIX_OF_OTHERS = 16;

/** SHA-256 of a token: all that is stored of it. Tokens are random, so neither salt nor stretching adds anything. */
export function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * The public part of a token, by which its row is found: what stands in `kiln_<prefix>_<secret>`, and for a token of
 * any other form the start of its digest.
 */
export function prefixOf(token: string, digest: Buffer): string {
  return ISSUED.exec(token)?.[1] ?? digest.toString('hex').slice(0, PREFIX_OF_OTHERS);
}

/** The token that a request carries, in `X-Auth-Token` or as a bearer token (RFC 6750). */
export function tokenIn(headers: IncomingHttpHeaders): string | undefined {
  const given = headers['x-auth-token'];
  if (typeof given === 'string' && given !== '') return given;
  return /^bearer +([^\s]+) *$/i.exec(headers.authorization ?? '')?.[1];
}
