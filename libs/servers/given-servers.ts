import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { provisionProvider } from './postgres/roles';
import { PROVIDER_VHOST, provisionRabbit, withCredentials } from './rabbitmq/management';
import { keepSettings, randomPassword } from './stored-settings';

/** Environment variables by name. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Who resource types are on servers that the user named. */
export interface ProviderIdentity {
  name: string;
  password: string;
}

/** One identity a home, so that two Kilns may share a server without changing each other's password. */
export async function providerIdentity(home: string): Promise<ProviderIdentity> {
  const hash = createHash('sha256').update(resolve(home)).digest('hex').slice(0, 8);
  const choose = (): Promise<ProviderIdentity> =>
    Promise.resolve({ name: `kiln_provider_${hash}`, password: randomPassword() });
  return keepSettings(join(home, 'provider.json'), choose);
}

/**
 * The provider's URL for a database of the user's: theirs if they named one, else that of a role made here, where
 * Kiln's role may make roles. Undefined, and said, where neither is to be had.
 */
export async function provideDatabase(
  given: Variables,
  identity: ProviderIdentity,
  say: (sentence: string) => void,
): Promise<string | undefined> {
  const { DATABASE_URL: url = '', KILN_PROVIDER_DATABASE_URL: provider } = given;
  if (provider !== undefined) return provider;
  const database = decodeURIComponent(new URL(url).pathname.slice(1));
  try {
    await provisionProvider(url, { role: identity.name, password: identity.password }, database);
  } catch (error) {
    say(
      `Kiln::PostgreSQL::Database can't be used: no role can be made for it (${reasonOf(error)}). ` +
        'Set KILN_PROVIDER_DATABASE_URL to a role that may make databases.',
    );
    return undefined;
  }
  say(`Made the role ${identity.name} for the databases of stacks; ${database} itself is closed to all but its owner.`);
  const providerUrl = new URL(withCredentials(url, identity.name, identity.password));
  providerUrl.pathname = '/postgres';
  return providerUrl.href;
}

/** The same for a broker of the user's: the provider's management URL. */
export async function provideBroker(
  given: Variables,
  identity: ProviderIdentity,
  say: (sentence: string) => void,
): Promise<string | undefined> {
  const { RABBITMQ_MANAGEMENT_URL: url, KILN_PROVIDER_RABBITMQ_MANAGEMENT_URL: provider } = given;
  if (provider !== undefined) return provider;
  const vhost = given['KILN_PROVIDER_RABBITMQ_VHOST'] ?? PROVIDER_VHOST;
  try {
    if (url === undefined) throw new Error('RABBITMQ_MANAGEMENT_URL is not set');
    await provisionRabbit(url, { vhost, user: identity.name, password: identity.password });
  } catch (error) {
    say(
      `Kiln::RabbitMQ::Queue can't be used: no vhost can be made for it (${reasonOf(error)}). ` +
        'Set KILN_PROVIDER_RABBITMQ_MANAGEMENT_URL to a user of the vhost named by KILN_PROVIDER_RABBITMQ_VHOST.',
    );
    return undefined;
  }
  return withCredentials(url, identity.name, identity.password);
}

/** A refused connection to a name with several addresses has no message, only a code. */
function reasonOf(error: unknown): string {
  const { message, code } = error as Error & { code?: string };
  return message === '' ? (code ?? 'unknown') : message;
}
