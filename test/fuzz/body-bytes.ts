import fc from 'fast-check';
import type { Json } from '#contracts';

/** What becomes of a body's text on its way. */
const DAMAGES: Readonly<Record<string, (text: string, where: number) => Buffer>> = {
  none: (text) => Buffer.from(text),
  'cut short': (text, where) => Buffer.from(text.slice(0, where % (text.length + 1))),
  'duplicate key': (text) => Buffer.from(text.replace(/^\{("(?:[^"\\]|\\.)*"):/, '{$1:null,$1:')),
  'invalid UTF-8': (text, where) => spliced(text, where, [0xff, 0xc0, 0x80]),
  'half a character': (text, where) => spliced(text, where, [0xe2, 0x82]),
  NUL: (text, where) => spliced(text, where, [0]),
  'escaped NUL': (text) => Buffer.from(text.replace(/"([^"\\]*)"/, '"$1\\u0000"')),
  'byte order mark': (text) => Buffer.from(`\uFEFF${text}`),
  'UTF-16': (text) => Buffer.from(text, 'utf16le'),
  'something behind': (text) => Buffer.from(`${text}{}`),
  comment: (text) => Buffer.from(`/* */${text}`),
  nothing: () => Buffer.alloc(0),
  'no JSON': () => Buffer.from('stack_name: a\n'),
  deep: () => Buffer.from(`${'['.repeat(5_000)}${']'.repeat(5_000)}`),
  'bare value': (_text, where) => Buffer.from(['null', '1', '"a"', '[]', 'true', '{}'][where % 6]!),
  wrapped: (text) => Buffer.from(`{"stack":${text}}`),
  huge: (text) => Buffer.from(`{"template":"${'a'.repeat(300_000)}","x":${text}}`),
};

const NAMES = Object.keys(DAMAGES);

function spliced(text: string, where: number, bytes: readonly number[]): Buffer {
  const whole = Buffer.from(text);
  const at = where % (whole.length + 1);
  return Buffer.concat([whole.subarray(0, at), Buffer.from(bytes), whole.subarray(at)]);
}

/** A value as the bytes of a body, most of them whole. */
export function bodyBytes(value: fc.Arbitrary<Json>): fc.Arbitrary<Buffer> {
  const damage = fc.oneof(
    { weight: 2, arbitrary: fc.constant('none') },
    { weight: 1, arbitrary: fc.constantFrom(...NAMES.filter((name) => name !== 'huge')) },
    { weight: 1, arbitrary: fc.constant('none') },
    { weight: 1, arbitrary: fc.nat(19).map((one) => (one === 0 ? 'huge' : 'none')) },
  );
  return fc.tuple(value, damage, fc.nat()).map(([plain, name, where]) => DAMAGES[name]!(JSON.stringify(plain), where));
}
