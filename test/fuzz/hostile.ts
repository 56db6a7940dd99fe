import fc from 'fast-check';
import type { Json } from '#contracts';

/** Texts that have done harm somewhere. */
export const HOSTILE_TEXTS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\uFFFD\uFEFF',
  '\uD800',
  '😀'.repeat(100),
  '𝔘𝔫𝔦'.normalize('NFD'),
  '\u202Eabc',
  '\r\nSet-Cookie: a=b',
  "' OR 1=1; --",
  "'; DROP TABLE stacks; --",
  '$1',
  '%s%n%x',
  '%00',
  '%zz',
  '../../../../etc/passwd',
  '..%2f..%2fpackage.json',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '${process.env.PATH}',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'null',
  'undefined',
  'NaN',
  'true',
  '-0',
  '1e309',
  '9007199254740993',
  '0x10',
  '2026-02-30T25:61:61Z',
  'infinity',
  '(((((((((((((((((((((((((((a+)+)+)+',
  '*'.repeat(200),
  'a'.repeat(256),
  'A'.repeat(5_000),
] as const;

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<string>(...HOSTILE_TEXTS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
);

const HOSTILE_NUMBERS = [0, -0, -1, 1.5, 1e308, -1e308, 2 ** 31 - 1, 2 ** 31, 2 ** 53, 5e-324, 1_000_001];

const deep = (depth: number): Json => {
  let value: Json = 1;
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? [value] : { a: value };
  return value;
};

/** Keys that reach into an object's prototype, where somebody copies them carelessly. */
export const POLLUTION: readonly string[] = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf'];

/** An object with a key that an object literal could not have. */
export function withKey(object: Readonly<Record<string, Json>>, key: string, value: Json): Record<string, Json> {
  const copy = { ...object };
  Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** Any value of JSON, the stranger the likelier. */
export const hostileValue: fc.Arbitrary<Json> = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  { weight: 3, arbitrary: fc.constantFrom<Json>(null, true, false, ...HOSTILE_NUMBERS) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Json>([], {}, [[]], [null], [{}], { a: [] }, deep(50), deep(190), deep(300)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...POLLUTION), hostileText)
      .map(([key, text]): Json => withKey({}, key, { polluted: text })),
  },
  { weight: 1, arbitrary: fc.array(fc.constantFrom<Json>('a', 1, null), { minLength: 101, maxLength: 1_500 }) },
  { weight: 1, arbitrary: fc.json({ maxDepth: 3 }).map((text) => JSON.parse(text) as Json) },
);
