import { randomBytes } from 'node:crypto';
import { SecretBox } from './secret-box';

describe('a secret box', () => {
  const box = new SecretBox(randomBytes(32));

  it('opens what it sealed', () => {
    const value = { password: 'päss', list: [1, null, true] };
    expect(box.open(box.seal(value))).toEqual(value);
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
