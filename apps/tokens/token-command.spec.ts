import { UsageError, readCommand } from './token-command';

const NOW = new Date('2026-01-01T00:00:00Z');
const ADD = ['add', '--name', 'ci', '--project', 'p'];

function problemOf(args: string[]): string {
  try {
    readCommand(args, NOW);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return '';
}

describe('the tokens command', () => {
  it('adds a token with the roles it is given, without an end where none is said', () => {
    const token = { name: 'ci', project: 'p', roles: ['reader', 'member'], expiresAt: null };
    expect(readCommand([...ADD, '--role', 'member', '--role', 'reader'], NOW)).toEqual({ kind: 'add', token });
  });

  it.each([
    ['30m', '2026-01-01T00:30:00.000Z'],
    ['12h', '2026-01-01T12:00:00.000Z'],
    ['90d', '2026-04-01T00:00:00.000Z'],
    ['2030-01-31T12:00:00Z', '2030-01-31T12:00:00.000Z'],
    ['2030-01-31T12:00:00+02:00', '2030-01-31T10:00:00.000Z'],
  ])('reads %s as an end', (text, end) => {
    const command = readCommand([...ADD, '--role', 'admin', '--expires', text], NOW);
    expect(command).toMatchObject({ token: { expiresAt: new Date(end) } });
  });

  it('lists all tokens or those of a project, and revokes by prefix', () => {
    expect(readCommand(['list'], NOW)).toEqual({ kind: 'list', project: undefined });
    expect(readCommand(['list', '--project', 'p'], NOW)).toEqual({ kind: 'list', project: 'p' });
    expect(readCommand(['revoke', 'ab12cd'], NOW)).toEqual({ kind: 'revoke', prefix: 'ab12cd' });
    expect(readCommand([], NOW)).toEqual({ kind: 'help' });
  });

  it.each([
    ['a word that is no command', ['create'], 'add, list or revoke'],
    ['no role', ADD, '--role must'],
    ['a role that there is not', [...ADD, '--role', 'owner'], '--role must'],
    ['an end that is past', [...ADD, '--role', 'admin', '--expires', '2025-12-31T00:00:00Z'], '--expires must'],
    ['an end that is no time', [...ADD, '--role', 'admin', '--expires', 'tomorrow'], '--expires must'],
    ['a date without a time', [...ADD, '--role', 'admin', '--expires', '2030-01-31'], '--expires must'],
    ['a stretch of nothing', [...ADD, '--role', 'admin', '--expires', '0d'], '--expires must'],
    ['a project of other characters', ['add', '--name', 'a', '--project', 'a.b', '--role', 'admin'], '--project must'],
    [
      'a name that moves the cursor',
      ['add', '--name', 'a\u001b[2J', '--project', 'p', '--role', 'admin'],
      '--name must',
    ],
    [
      'the name of the configured token',
      ['add', '--name', 'KILN_TOKEN', '--project', 'p', '--role', 'admin'],
      '--name may',
    ],
    ['an option that there is not', [...ADD, '--role', 'admin', '--expiry', '1d'], 'cannot be read'],
    ['an option without its value', ['add', '--name'], 'cannot be read'],
    ['a word too many', ['list', 'all'], 'cannot be read'],
    ['no prefix', ['revoke'], 'one prefix'],
    ['two prefixes', ['revoke', 'a', 'b'], 'one prefix'],
  ])('refuses %s', (_what, args, problem) => {
    expect(problemOf(args)).toContain(problem);
  });

  it('names every fault at once', () => {
    expect(problemOf(['add']).split('\n')).toHaveLength(3);
  });
});
