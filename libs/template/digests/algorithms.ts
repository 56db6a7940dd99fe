import { blake2b, blake2s } from '@noble/hashes/blake2';
import { md5, ripemd160, sha1 } from '@noble/hashes/legacy';
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2';
import { sha3_224, sha3_256, sha3_384, sha3_512 } from '@noble/hashes/sha3';
import { sm3 } from './sm3';

export type Digest = (bytes: Uint8Array) => Uint8Array;

/** Names that OpenSSL looks up, which it does in any case. */
const IN_ANY_CASE: ReadonlyMap<string, Digest> = new Map<string, Digest>([
  ['md5', md5],
  ['md5-sha1', (bytes) => Uint8Array.of(...md5(bytes), ...sha1(bytes))],
  ['ripemd160', ripemd160],
  ['sha1', sha1],
  ['sha224', sha224],
  ['sha256', sha256],
  ['sha384', sha384],
  ['sha512', sha512],
  ['sha512_224', sha512_224],
  ['sha512_256', sha512_256],
  ['sm3', sm3],
]);

/** Names that only Python has. */
const AS_WRITTEN: ReadonlyMap<string, Digest> = new Map<string, Digest>([
  ['blake2b', (bytes) => blake2b(bytes)],
  ['blake2s', (bytes) => blake2s(bytes)],
  ['sha3_224', sha3_224],
  ['sha3_256', sha3_256],
  ['sha3_384', sha3_384],
  ['sha3_512', sha3_512],
]);

/** A digest by the name that Python's hashlib has for it with OpenSSL 3; `undefined` where there is none. */
export function findDigest(name: string): Digest | undefined {
  return IN_ANY_CASE.get(name.toLowerCase()) ?? AS_WRITTEN.get(name);
}

export const DIGEST_NAMES: readonly string[] = [...IN_ANY_CASE.keys(), ...AS_WRITTEN.keys()].sort();
