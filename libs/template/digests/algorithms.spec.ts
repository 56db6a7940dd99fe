import { createHash } from 'node:crypto';
import { DIGEST_NAMES, findDigest } from './algorithms';

/** Lengths around the sizes of blocks and of their padding. */
const LENGTHS = [0, 1, 3, 55, 56, 63, 64, 65, 111, 112, 119, 120, 127, 128, 129, 135, 136, 137, 300];

/** The names that Node has for the same. */
const NODE_NAMES: Readonly<Record<string, string>> = {
  blake2b: 'blake2b512',
  blake2s: 'blake2s256',
  sha3_224: 'sha3-224',
  sha3_256: 'sha3-256',
  sha3_384: 'sha3-384',
  sha3_512: 'sha3-512',
  sha512_224: 'sha512-224',
  sha512_256: 'sha512-256',
};

function hexadecimal(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

describe('digests', () => {
  it('are those of hashlib with OpenSSL 3 that have a length of their own', () => {
    expect(DIGEST_NAMES).toEqual([
      ...['blake2b', 'blake2s', 'md5', 'md5-sha1', 'ripemd160', 'sha1', 'sha224', 'sha256', 'sha384'],
      ...['sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'sha512', 'sha512_224', 'sha512_256', 'sm3'],
    ]);
  });

  it.each(DIGEST_NAMES)('%s is the same as OpenSSL’s', (name) => {
    for (const length of LENGTHS) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length) % 256);
      const expected = createHash(NODE_NAMES[name] ?? name)
        .update(bytes)
        .digest('hex');
      expect([length, hexadecimal(findDigest(name)!(bytes))]).toEqual([length, expected]);
    }
  });

  it.each(['SHA256', 'Md5', 'MD5-SHA1', 'SM3', 'SHA512_256', 'RIPEMD160'])('%s is found in any case', (name) => {
    expect(findDigest(name)).toBe(findDigest(name.toLowerCase()));
    expect(findDigest(name)).toBeDefined();
  });

  it.each(['SHA3_256', 'BLAKE2B', 'Blake2s', 'shake_128', 'sha512-256', 'sha', ''])('%s is none', (name) => {
    expect(findDigest(name)).toBeUndefined();
  });
});
