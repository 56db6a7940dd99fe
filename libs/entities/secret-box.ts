import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { AppError } from '#contracts';
import type { Json } from '#contracts';

const VERSION = 1;
const KEY_ID_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_ID_END = 1 + KEY_ID_BYTES;
const NONCE_END = KEY_ID_END + NONCE_BYTES;
/** No two sealed values begin with the same bytes of this number: the nonce is among them. */
export const SEALED_HEADER_BYTES = NONCE_END + TAG_BYTES;

/** Keys that open, the one that seals before all others. */
export type KeyRing<Key extends Uint8Array = Uint8Array> = readonly [current: Key, ...others: Key[]];

/**
 * Seals column values with AES-256-GCM (NIST SP 800-38D), so that a dump of the database shows no secret.
 *
 * Layout of a sealed value: version (1 byte), key id (4), nonce (12), tag (16), ciphertext. The key id is the start of
 * the key's SHA-256: it tells which key of the ring reads a value, and nothing of the key.
 */
export class SecretBox {
  /** What every value begins with that is sealed here: version and key id. */
  readonly prefix: Buffer;
  /** In hexadecimal, the current key's first. */
  readonly keyIds: readonly string[];
  private readonly current: Buffer;
  private readonly keys = new Map<string, Buffer>();

  /** @param ring of 32 bytes each, from configuration: the first one seals, all of them open. */
  constructor(...ring: KeyRing) {
    for (const key of ring) this.add(Buffer.from(key));
    this.current = Buffer.from(ring[0]);
    this.keyIds = [...this.keys.keys()];
    this.prefix = Buffer.concat([Buffer.of(VERSION), idOf(this.current)]);
  }

  /** Seals a JSON value; two seals of one value differ. */
  seal(value: Json): Buffer {
    return this.sealText(JSON.stringify(value));
  }

  /** As `seal`, of a value's JSON, which may hold numbers that JavaScript's are not enough for. */
  sealText(json: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.current, nonce);
    const body = Buffer.concat([cipher.update(json, 'utf8'), cipher.final()]);
    return Buffer.concat([this.prefix, nonce, cipher.getAuthTag(), body]);
  }

  /** Opens what `seal` made; throws AppError `secret-unreadable` where no key of the ring made it, or other bytes. */
  open(sealed: Buffer): Json {
    try {
      return JSON.parse(this.openText(sealed)) as Json;
    } catch (cause) {
      throw cause instanceof AppError ? cause : unreadable('it is no JSON', cause);
    }
  }

  /** The JSON of what `seal` and `sealText` made; throws as `open` does. */
  openText(sealed: Buffer): string {
    if (sealed[0] !== VERSION || sealed.length < SEALED_HEADER_BYTES) throw unreadable('its format is unknown');
    const decipher = createDecipheriv('aes-256-gcm', this.keyOf(sealed), sealed.subarray(KEY_ID_END, NONCE_END));
    decipher.setAuthTag(sealed.subarray(NONCE_END, SEALED_HEADER_BYTES));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(SEALED_HEADER_BYTES)), decipher.final()]).toString('utf8');
    } catch (cause) {
      throw unreadable('it was altered', cause);
    }
  }

  /** HMAC-SHA-256 under the current key: recognises a value without keeping it. */
  fingerprint(text: string | Uint8Array): Buffer {
    return hmac(this.current, text);
  }

  /** Whether `fingerprint` made it of this text, under whichever key of the ring. */
  isFingerprintOf(text: string | Uint8Array, fingerprint: Buffer): boolean {
    return [...this.keys.values()].some((key) => {
      const expected = hmac(key, text);
      return expected.length === fingerprint.length && timingSafeEqual(expected, fingerprint);
    });
  }

  private add(key: Buffer): void {
    if (key.length !== 32) throw new RangeError('a secret key has 32 bytes');
    const id = idOf(key).toString('hex');
    if (this.keys.has(id)) throw new RangeError(`two secret keys have the id ${id}`);
    this.keys.set(id, key);
  }

  private keyOf(sealed: Buffer): Buffer {
    const id = sealed.toString('hex', 1, KEY_ID_END);
    const key = this.keys.get(id);
    if (key) return key;
    throw unreadable(
      `the key with the id ${id} sealed it, and KILN_SECRET_KEY has only ${this.keyIds.join(', ')}: ` +
        'add that key to the list, behind the first',
    );
  }
}

function idOf(key: Uint8Array): Buffer {
  return createHash('sha256').update(key).digest().subarray(0, KEY_ID_BYTES);
}

function hmac(key: Buffer, text: string | Uint8Array): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function unreadable(why: string, cause?: unknown): AppError {
  return new AppError('secret-unreadable', `a stored secret can't be read: ${why}`, { cause });
}
