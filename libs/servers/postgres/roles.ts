import { Client } from 'pg';

/** A role that logs in with a password. */
export interface LoginRole {
  role: string;
  password: string;
}

export const KILN_ROLE = 'kiln';
export const PROVIDER_ROLE = 'kiln_provider';

/**
 * Makes Kiln's role and its database. Changes nothing where they are there already, but the password. Kiln's role
 * may make databases because its tests clone theirs.
 */
export async function provisionKiln(superuserUrl: string, password: string): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    await makeRole(client, { role: KILN_ROLE, password });
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [KILN_ROLE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${KILN_ROLE} OWNER ${KILN_ROLE}`);
  });
}

/**
 * Makes the role that resource types act as: it may make databases, and can't get into Kiln's, which from then on only
 * its owner and superusers can. Rejects where the URL's role is not allowed to.
 */
export async function provisionProvider(url: string, provider: LoginRole, kilnDatabase: string): Promise<void> {
  await withClient(url, async (client) => {
    await makeRole(client, provider);
    await client.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${client.escapeIdentifier(kilnDatabase)} FROM PUBLIC`);
  });
}

async function makeRole(client: Client, { role, password }: LoginRole): Promise<void> {
  const name = client.escapeIdentifier(role);
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  await client.query(
    `${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${name} LOGIN CREATEDB PASSWORD ${client.escapeLiteral(password)}`,
  );
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
