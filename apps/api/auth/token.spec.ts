import { tokenIn } from './token';

describe('tokens', () => {
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
