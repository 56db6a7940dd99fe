import { SAME_NAMES, readRoleMapping } from '../role-mapping';
import { KeystoneAuthenticator } from './keystone-authenticator';
import type { TokenFacts } from './token-facts';

/** Says of a token what it was told to, once that is asked for. */
class FakeKeystone {
  readonly known = new Map<string, TokenFacts>();
  readonly asked: string[] = [];
  answer: () => Promise<void> = () => Promise.resolve();

  async validate(token: string): Promise<TokenFacts | undefined> {
    this.asked.push(token);
    await this.answer();
    return this.known.get(token);
  }
}

describe('KeystoneAuthenticator', () => {
  let keystone: FakeKeystone;
  let authenticator: KeystoneAuthenticator;

  function put(token: string, facts: Partial<TokenFacts> = {}): void {
    const now = Date.now();
    const usual = { userName: 'ann', projectId: 'p', scope: 'project', roles: ['member'] } as const;
    keystone.known.set(token, { ...usual, roles: ['member'], issuedAt: now, expiresAt: now + 3_600_000, ...facts });
  }

  beforeEach(() => {
    jest.useFakeTimers();
    keystone = new FakeKeystone();
    const roles = readRoleMapping(SAME_NAMES.split(','))!;
    authenticator = new KeystoneAuthenticator({ keystone, roles, cacheSeconds: 60 });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('remembers a token for as long as it may, and not beyond its end', async () => {
    put('long');
    put('short', { expiresAt: Date.now() + 10_000 });
    for (const token of ['long', 'short', 'long', 'short'])
      expect(await authenticator.authenticate(token)).toBeDefined();
    expect(keystone.asked).toEqual(['long', 'short']);
    jest.advanceTimersByTime(10_000);
    expect(await authenticator.authenticate('short')).toBeUndefined();
    jest.advanceTimersByTime(49_999);
    keystone.known.clear();
    expect(await authenticator.authenticate('long')).toBeDefined();
    jest.advanceTimersByTime(1);
    expect(await authenticator.authenticate('long')).toBeUndefined();
  });

  it('counts that time from the question, however long the answer takes', async () => {
    put('slow');
    keystone.answer = () => {
      jest.advanceTimersByTime(30_000);
      return Promise.resolve();
    };
    await authenticator.authenticate('slow');
    jest.advanceTimersByTime(30_000);
    await authenticator.authenticate('slow');
    expect(keystone.asked).toHaveLength(2);
  });

  it('asks once for all who come with a token that is new, and tells all when that fails', async () => {
    put('new');
    const ask = (): Promise<unknown>[] => Array.from({ length: 20 }, () => authenticator.authenticate('new'));
    keystone.answer = () => Promise.reject(new Error('away'));
    expect((await Promise.allSettled(ask())).map(({ status }) => status)).toEqual(Array(20).fill('rejected'));
    expect(keystone.asked).toHaveLength(1);
    keystone.answer = () => Promise.resolve();
    expect(await Promise.all(ask())).toHaveLength(20);
    expect(keystone.asked).toHaveLength(2);
  });

  it('does not ask again at once about a token that is none', async () => {
    expect(await authenticator.authenticate('none')).toBeUndefined();
    put('none');
    expect(await authenticator.authenticate('none')).toBeUndefined();
    jest.advanceTimersByTime(5_000);
    expect(await authenticator.authenticate('none')).toBeDefined();
  });

  it('forgets no good token for all that are none', async () => {
    put('good');
    await authenticator.authenticate('good');
    for (let index = 0; index < 12_000; index += 1) await authenticator.authenticate(`invented ${index}`);
    await authenticator.authenticate('good');
    expect(keystone.asked.filter((token) => token === 'good')).toHaveLength(1);
  });

  it('maps projects and roles, and tells whoever has no project what to do', async () => {
    put('odd', { projectId: 'a.b', roles: ['reader', 'Admin'], userName: 'a\u0000b' });
    expect(await authenticator.authenticate('odd')).toMatchObject({
      project: expect.stringMatching(/^_.{43}$/) as string,
      name: 'ab',
      roles: ['reader'],
    });
    put('nowhere', { projectId: undefined, scope: 'nothing' });
    await expect(authenticator.authenticate('nowhere')).rejects.toThrow('is not scoped: ask Keystone for one');
  });
});
