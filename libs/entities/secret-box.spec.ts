import { randomBytes } from 'node:crypto';
import { SecretBox } from './secret-box';

/** Written by the version that knew no ring. */
const SEALED_BY_ONE_KEY = 'AUuwb45OTOsJ6Zecgfc5S5mXdHElCs5DTEE8Zj68OR16l2AkEhI0g5lwbYTZfQdT1sFbDvI=';

function textOfError(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return String(error);
  }
  return '';
}

describe('a secret box', () => {
  const box = new SecretBox(randomBytes(32));

  it('opens what it sealed', () => {
    const value = { password: 'päss', list: [1, null, true] };
    expect(box.open(box.seal(value))).toEqual(value);
  });

  it('keeps JSON that is given as a text to the letter', () => {
    const json = '{"float": 2.0, "large": 12345678901234567890, "text": "pä\\u00e4"}';
    expect(box.openText(box.sealText(json))).toBe(json);
    expect(box.open(box.sealText(json))).toEqual(JSON.parse(json));
    expect(box.openText(box.seal({ a: [1, 'x'] }))).toBe('{"a":[1,"x"]}');
  });

  it('says so where what was sealed is no JSON', () => {
    expect(box.openText(box.sealText('{"a'))).toBe('{"a');
    expect(() => box.open(box.sealText('{"a'))).toThrow("a stored secret can't be read: it is no JSON");
  });

  it('seals the same value differently each time, and never in the clear', () => {
    const [one, two] = [box.seal('hunter2-hunter2'), box.seal('hunter2-hunter2')];
    expect(one.equals(two)).toBe(false);
    expect(one.includes('hunter2')).toBe(false);
  });

  it('refuses what another key sealed, and says so', () => {
    const other = new SecretBox(randomBytes(32));
    expect(() => other.open(box.seal('x'))).toThrow(
      `the key with the id ${box.keyIds[0]} sealed it, and KILN_SECRET_KEY has only ${other.keyIds[0]}: add that key`,
    );
  });

  it.each([0, 1, 6, 20, 34])('refuses a sealed value whose byte %i was changed', (position) => {
    const sealed = box.seal('x'.repeat(20));
    sealed[position]! ^= 1;
    expect(() => box.open(sealed)).toThrow('a stored secret can’t be read'.replace('’', "'"));
    expect(() => box.openText(sealed)).toThrow("a stored secret can't be read");
  });

  it('refuses what is too short to be sealed', () => {
    expect(() => box.open(Buffer.from([1, 2, 3]))).toThrow('its format is unknown');
  });

  it('takes keys of 32 bytes only', () => {
    expect(() => new SecretBox(randomBytes(16))).toThrow('32 bytes');
  });

  it('opens what any key of its ring sealed, and seals with the first', () => {
    const [old, older, current] = [randomBytes(32), randomBytes(32), randomBytes(32)] as const;
    const ring = new SecretBox(current, old, older);
    for (const key of [old, older, current]) expect(ring.open(new SecretBox(key).seal('x'))).toBe('x');
    expect(new SecretBox(current).open(ring.seal('x'))).toBe('x');
    expect(ring.seal('x').subarray(0, 5)).toEqual(ring.prefix);
    expect(ring.keyIds).toEqual([current, old, older].map((key) => new SecretBox(key).keyIds[0]));
  });

  it('reads what was sealed when there was one key only', () => {
    const key = Buffer.alloc(32, 7);
    const sealed = Buffer.from(SEALED_BY_ONE_KEY, 'base64');
    expect(new SecretBox(randomBytes(32), key).open(sealed)).toEqual({ password: 'päss' });
  });

  it('says no key in an error, only ids', () => {
    const [key, other] = [randomBytes(32), randomBytes(32)];
    const faults = [
      () => new SecretBox(other).open(new SecretBox(key).seal('x')),
      () => new SecretBox(key, other, key),
    ].map((work) => textOfError(work));
    expect(faults[1]).toContain('two secret keys have the id');
    for (const each of [key, other]) {
      for (const form of ['base64', 'hex'] as const) expect(faults.join()).not.toContain(each.toString(form));
    }
  });

  it('knows its fingerprints under every key of the ring', () => {
    const [old, current] = [randomBytes(32), randomBytes(32)];
    const print = new SecretBox(old).fingerprint('a');
    const ring = new SecretBox(current, old);
    expect(ring.isFingerprintOf('a', print)).toBe(true);
    expect(ring.isFingerprintOf('a', ring.fingerprint('a'))).toBe(true);
    expect(ring.isFingerprintOf('b', print)).toBe(false);
    expect(ring.isFingerprintOf('a', Buffer.alloc(3))).toBe(false);
    expect(new SecretBox(current).isFingerprintOf('a', print)).toBe(false);
  });

  it('has one fingerprint for one text under one key', () => {
    expect(box.fingerprint('a').equals(box.fingerprint('a'))).toBe(true);
    expect(box.fingerprint('a').equals(box.fingerprint('b'))).toBe(false);
    expect(box.fingerprint('a').equals(new SecretBox(randomBytes(32)).fingerprint('a'))).toBe(false);
  });
});
