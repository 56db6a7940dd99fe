import { claimAt, wordsAt } from './claims';

describe('claims', () => {
  const claims = {
    project: 'p',
    'https://kiln.example/project': 'q',
    'a.b': 'whole',
    a: { b: 'inner' },
    realm_access: { roles: ['admin', 3, null, 'reader'] },
    scope: 'openid kiln.read',
    group: 'database admin',
  };

  it.each([
    ['project', 'p'],
    ['https://kiln.example/project', 'q'],
    ['a.b', 'whole'],
    ['realm_access.roles', claims.realm_access.roles],
    ['realm_access.rules', undefined],
    ['project.length', undefined],
    ['realm_access.roles.0', undefined],
    ['constructor', undefined],
    ['a.constructor.name', undefined],
    ['__proto__', undefined],
  ])('%s leads to %j', (name, value) => {
    expect(claimAt(claims, name)).toEqual(value);
  });

  it('give words: of a list its texts, of a text itself, and of a scope what stands between spaces', () => {
    expect(wordsAt(claims, 'realm_access.roles')).toEqual(['admin', 'reader']);
    expect(wordsAt(claims, 'scope')).toEqual(['openid', 'kiln.read']);
    expect(wordsAt(claims, 'group')).toEqual(['database admin']);
    expect(wordsAt(claims, 'realm_access')).toEqual([]);
  });
});
