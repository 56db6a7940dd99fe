import { SAME_NAMES, readRoleMapping, rolesFor } from './role-mapping';

describe('roles of another service', () => {
  it('are by default those of the same name', () => {
    const mapping = readRoleMapping(SAME_NAMES.split(','))!;
    expect(rolesFor(mapping, ['admin', 'stranger', 'reader'])).toEqual(['reader', 'admin']);
  });

  it('are what the configuration says they are, and no others', () => {
    const mapping = readRoleMapping(['cn=ops,dc=x=admin', 'viewer = reader', 'observer=reader'])!;
    expect(rolesFor(mapping, ['cn=ops,dc=x'])).toEqual(['admin']);
    expect(rolesFor(mapping, ['observer', 'viewer'])).toEqual(['reader']);
    expect(rolesFor(mapping, ['admin', 'reader', 'constructor', '__proto__'])).toEqual([]);
  });

  it.each([[['viewer']], [['viewer=owner']], [['=reader']], [['a=reader', 'a=admin']], [[]]])(
    'can’t be read from %j',
    (pairs) => {
      expect(readRoleMapping(pairs)).toBeUndefined();
    },
  );
});
