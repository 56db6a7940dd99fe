import { createHash, randomBytes } from 'node:crypto';

const ISSUED = /^kiln_([A-Za-z0-9]{4,64})_[A-Za-z0-9_-]{16,512}$/;
const PREFIX_OF_OTHERS = 16;
const PREFIX_BYTES = 6;
const SECRET_BYTES = 32;

/** A new local token: `kiln_<prefix>_<secret>`, with 256 random bits in the secret. */
export function issueToken(): string {
  return `kiln_${randomBytes(PREFIX_BYTES).toString('hex')}_${randomBytes(SECRET_BYTES).toString('base64url')}`;
}

/** SHA-256 of a token: all that is stored of it. Tokens are random, so neither salt nor stretching adds anything. */
export function digestOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * The public part of a token, by which its row is found: what stands in `kiln_<prefix>_<secret>`, and for a token of
 * any other form the start of its digest.
 */
export function prefixOfToken(token: string, digest: Buffer): string {
  return ISSUED.exec(token)?.[1] ?? digest.toString('hex').slice(0, PREFIX_OF_OTHERS);
}
