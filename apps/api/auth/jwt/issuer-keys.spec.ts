import { errors } from 'jose';
import type { CryptoKey } from 'jose';
import { createLogger } from '#process';
import { TestIssuer } from '../../../../test/support/test-issuer';
import { JsonClient } from '../json-request';
import { IssuerKeys } from './issuer-keys';

const SECONDS = 1_000;
const FRESH_MS = 300 * SECONDS;
const AWAY = { code: 'identity-unavailable', retryable: true };

describe('the keys of an issuer', () => {
  let issuer: TestIssuer;
  let client: JsonClient;
  let clock: number;
  let keys: IssuerKeys;

  function keysOf(more: { jwksUrl?: string; issuer?: string } = {}): IssuerKeys {
    const settings = { issuer: issuer.url, jwksUrl: undefined, freshMs: FRESH_MS, client, ...more };
    return new IssuerKeys({ ...settings, log: createLogger('test', 'silent'), now: () => clock });
  }

  const find = (kid: string, of = keys): Promise<CryptoKey> =>
    of.find({ alg: 'ES256', kid }, { payload: '', signature: '' });

  beforeEach(async () => {
    clock = 0;
    issuer = new TestIssuer();
    await issuer.start();
    await issuer.addKey('one');
    client = new JsonClient({ connections: 4, timeoutMs: 5_000 });
    keys = keysOf();
  });

  afterEach(async () => {
    await client.close();
    await issuer.stop();
  });

  it('are fetched once for all who ask at first, and then kept', async () => {
    await Promise.all(Array.from({ length: 20 }, () => find('one')));
    clock = FRESH_MS - 1;
    await find('one');
    expect(issuer.asked).toBe(1);
  });

  it('are found where the configuration says, and only with the discovery document of that issuer', async () => {
    issuer.discovery = { issuer: 'https://elsewhere.example' };
    await expect(find('one')).rejects.toMatchObject(AWAY);
    expect(issuer.asked).toBe(0);
    await find('one', keysOf({ jwksUrl: `${issuer.url}/keys` }));
    expect(issuer.asked).toBe(1);
  });

  it.each([[{ jwks_uri: 'file:///etc/passwd' }], [{ jwks_uri: 7 }], [{ jwks_uri: undefined }]])(
    'are not looked for at %j',
    async (discovery) => {
      issuer.discovery = discovery;
      await expect(find('one')).rejects.toMatchObject(AWAY);
    },
  );

  it('are fetched again for a key that is new', async () => {
    await find('one');
    clock = 10 * SECONDS;
    await issuer.addKey('two');
    await find('two');
    await find('one');
    expect(issuer.asked).toBe(2);
  });

  it('are fetched once in 10 s at most, whatever keys tokens name', async () => {
    await find('one');
    for (clock = 0; clock < 40 * SECONDS; clock += SECONDS / 2)
      await expect(find(`invented-${clock}`)).rejects.toThrow(errors.JWKSNoMatchingKey);
    expect(issuer.asked).toBe(4);
  });

  it('that the issuer drops do no more once they are fetched again', async () => {
    await issuer.addKey('two');
    await find('one');
    issuer.drop('one');
    clock = FRESH_MS - 1;
    await find('one');
    clock = FRESH_MS;
    await expect(find('one')).rejects.toThrow(errors.JWKSNoMatchingKey);
    await find('two');
  });

  it('are missed where there are none yet, and had when the issuer is back', async () => {
    await issuer.stop();
    await expect(find('one')).rejects.toMatchObject(AWAY);
    await issuer.start();
    await expect(find('one')).rejects.toMatchObject(AWAY);
    clock = 2 * SECONDS;
    await find('one');
  });

  it('that are known do for an hour while the issuer is away, and not for longer', async () => {
    await find('one');
    await issuer.stop();
    clock = FRESH_MS;
    await find('one');
    clock = 3_600 * SECONDS - 1;
    await find('one');
    // Whether the issuer has made such a key meanwhile, nobody can say.
    await expect(find('two')).rejects.toMatchObject(AWAY);
    clock = 3_600 * SECONDS;
    await expect(find('one')).rejects.toMatchObject(AWAY);
  });

  it('are no text and no list', async () => {
    issuer.published = 'none' as unknown as [];
    await expect(find('one')).rejects.toMatchObject(AWAY);
  });
});
