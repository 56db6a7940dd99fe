import { digestOfToken, issueToken, prefixOfToken } from './local-token';

describe('local tokens', () => {
  it('are found by the prefix that they name', () => {
    const token = `kiln_ab12cd_${'s'.repeat(43)}`;
    expect(prefixOfToken(token, digestOfToken(token))).toBe('ab12cd');
  });

  it('of another form are found by the start of their digest', () => {
    const token = 'any text of 32 characters at least';
    expect(prefixOfToken(token, digestOfToken(token))).toBe(digestOfToken(token).toString('hex').slice(0, 16));
  });

  it('are issued with a prefix of their own and 256 random bits', () => {
    const [one, other] = [issueToken(), issueToken()];
    expect(one).toMatch(/^kiln_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$/);
    expect(prefixOfToken(one, digestOfToken(one))).toBe(one.split('_')[1]);
    expect(one.split('_')[1]).not.toBe(other.split('_')[1]);
    expect(one.slice(-43)).not.toBe(other.slice(-43));
  });
});
