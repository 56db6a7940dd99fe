import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { AppError } from '#contracts';
import type { Json } from '#contracts';

const VERSION = 1;
const KEY_ID_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES + TAG_BYTES;

/**
 * Seals column values with AES-256-GCM (NIST SP 800-38D), so that a dump of the database shows no secret.
 *
 * Layout of a sealed value: version (1 byte), key id (4), nonce (12), tag (16), ciphertext. The key id is
 * the start of the key's SHA-256, so that a later key ring can tell which key reads which row.
 */
export class SecretBox {
  private readonly keyId: Buffer;

  /** @param key 32 bytes, from configuration. */
  constructor(private readonly key: Buffer) {
    if (key.length !== 32) throw new RangeError('a secret key has 32 bytes');
    this.keyId = createHash('sha256').update(key).digest().subarray(0, KEY_ID_BYTES);
  }

  /** Seals a JSON value; two seals of one value differ. */
  seal(value: Json): Buffer {
    return this.sealText(JSON.stringify(value));
  }

  /** As `seal`, of a value's JSON, which may hold numbers that JavaScript's are not enough for. */
  sealText(json: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    const body = Buffer.concat([cipher.update(json, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), this.keyId, nonce, cipher.getAuthTag(), body]);
  }

  /** Opens what `seal` made; throws AppError `secret-unreadable` where another key or other bytes were used. */
  open(sealed: Buffer): Json {
    try {
      return JSON.parse(this.openText(sealed)) as Json;
    } catch (cause) {
      throw cause instanceof AppError ? cause : unreadable('it is no JSON', cause);
    }
  }

  /** The JSON of what `seal` and `sealText` made; throws as `open` does. */
  openText(sealed: Buffer): string {
    if (sealed[0] !== VERSION || sealed.length < HEADER_BYTES) throw unreadable('its format is unknown');
    if (!sealed.subarray(1, 1 + KEY_ID_BYTES).equals(this.keyId)) throw unreadable('another KILN_SECRET_KEY sealed it');
    const nonceEnd = 1 + KEY_ID_BYTES + NONCE_BYTES;
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(1 + KEY_ID_BYTES, nonceEnd));
    decipher.setAuthTag(sealed.subarray(nonceEnd, HEADER_BYTES));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(HEADER_BYTES)), decipher.final()]).toString('utf8');
    } catch (cause) {
      throw unreadable('it was altered', cause);
    }
  }

  /** HMAC-SHA-256 under the same key: recognises a value without keeping it. */
  fingerprint(text: string | Uint8Array): Buffer {
    return createHmac('sha256', this.key).update(text).digest();
  }
}

function unreadable(why: string, cause?: unknown): AppError {
  return new AppError('secret-unreadable', `a stored secret can't be read: ${why}`, { cause });
}
