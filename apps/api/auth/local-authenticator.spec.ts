import { digestOfToken, prefixOfToken } from '#entities';
import { LocalAuthenticator } from './local-authenticator';
import type { TokenRow, TokenStore } from './token-store';

const TOKEN = `kiln_abcdef_${'s'.repeat(43)}`;

class FakeTokenStore {
  readonly rows = new Map<string, TokenRow>();
  asked = 0;

  find(prefix: string): Promise<TokenRow | undefined> {
    this.asked += 1;
    return Promise.resolve(this.rows.get(prefix));
  }
}

describe('LocalAuthenticator', () => {
  let store: FakeTokenStore;
  let authenticator: LocalAuthenticator;

  function put(token: string, row: Partial<TokenRow> = {}): void {
    const hash = digestOfToken(token);
    const defaults = { hash, name: 'ann', project: 'p', roles: ['member', 'stranger'], expires_at: null };
    store.rows.set(prefixOfToken(token, hash), { ...defaults, ...row });
  }

  beforeEach(() => {
    jest.useFakeTimers();
    store = new FakeTokenStore();
    authenticator = new LocalAuthenticator(store as unknown as TokenStore);
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('knows whose a token is, by the roles that there are', async () => {
    put(TOKEN);
    const caller = { name: 'ann', project: 'p', roles: ['member'], expiresAt: undefined };
    expect(await authenticator.authenticate(TOKEN)).toEqual(caller);
  });

  it('knows no token whose secret differs', async () => {
    put(TOKEN);
    expect(await authenticator.authenticate(TOKEN.replace(/s$/, 't'))).toBeUndefined();
  });

  it('remembers a token for a moment, and asks again after it', async () => {
    put(TOKEN);
    await authenticator.authenticate(TOKEN);
    await authenticator.authenticate(TOKEN);
    expect(store.asked).toBe(1);
    store.rows.clear();
    jest.advanceTimersByTime(5_001);
    expect(await authenticator.authenticate(TOKEN)).toBeUndefined();
  });

  it('does not take a token beyond its end, remembered or not', async () => {
    put(TOKEN, { expires_at: new Date(Date.now() + 1_000) });
    expect(await authenticator.authenticate(TOKEN)).toBeDefined();
    jest.advanceTimersByTime(1_000);
    expect(await authenticator.authenticate(TOKEN)).toBeUndefined();
  });

  it('rejects where the database can’t be asked', async () => {
    store.find = () => Promise.reject(new Error('away'));
    await expect(authenticator.authenticate(TOKEN)).rejects.toThrow('away');
  });
});
