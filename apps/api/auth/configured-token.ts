import { digestOfToken, prefixOfToken } from '#entities';
import type { TokenStore } from './token-store';

const NAME = 'KILN_TOKEN';

/** Makes the token of the configuration an admin of its project; the one that an earlier configuration had is revoked. */
export async function putConfiguredToken(tokens: TokenStore, token: string, project: string): Promise<void> {
  const hash = digestOfToken(token);
  await tokens.replace({ prefix: prefixOfToken(token, hash), hash, name: NAME, project, roles: ['admin'] });
}
