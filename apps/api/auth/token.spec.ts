import { digestOf, prefixOf, tokenIn } from './token';

describe('tokens', () => {
  it('are found by the prefix that they name', () => {
    const token = `kiln_ab12cd_${'s'.repeat(43)}`;
    expect(prefixOf(token, digestOf(token))).toBe('ab12cd');
  });

  it('of another form are found by the start of their digest', () => {
    const token = 'any text of 32 characters at least';
    expect(prefixOf(token, digestOf(token))).toBe(digestOf(token).toString('hex').slice(0, 16));
  });

  it.each([
    [{ 'x-auth-token': 'a' }, 'a'],
    [{ authorization: 'Bearer a' }, 'a'],
    [{ authorization: 'bearer  a ' }, 'a'],
    [{ 'x-auth-token': 'a', authorization: 'Bearer b' }, 'a'],
    [{ 'x-auth-token': '', authorization: 'Bearer b' }, 'b'],
    [{ authorization: 'Basic a' }, undefined],
    [{ authorization: 'Bearer' }, undefined],
    [{}, undefined],
  ])('are read from %j', (headers, token) => {
    expect(tokenIn(headers)).toBe(token);
  });
});
