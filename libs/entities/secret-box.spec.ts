import { randomBytes } from 'node:crypto';
import { SecretBox } from './secret-box';

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
    expect(() => other.open(box.seal('x'))).toThrow('another KILN_SECRET_KEY sealed it');
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

  it('has one fingerprint for one text under one key', () => {
    expect(box.fingerprint('a').equals(box.fingerprint('a'))).toBe(true);
    expect(box.fingerprint('a').equals(box.fingerprint('b'))).toBe(false);
    expect(box.fingerprint('a').equals(new SecretBox(randomBytes(32)).fingerprint('a'))).toBe(false);
  });
});
