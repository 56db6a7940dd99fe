import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { ApiClient } from '../../test/support/api-client';
import { ApiInProcess } from '../../test/support/api-in-process';
import { until } from '../../test/support/until';

// Built by `npm test`, as operators run it.
const COMMAND = join(__dirname, '../../dist/apps/tokens/main.js');

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

describe('the tokens command', () => {
  let api: ApiInProcess;
  let databaseUrl: string;

  beforeAll(async () => {
    api = await ApiInProcess.start();
    databaseUrl = (api.database.options as { url: string }).url;
  });

  afterAll(async () => {
    await api.stop();
  });

  function tokens(args: string[], url = databaseUrl): Promise<Outcome> {
    return new Promise((resolve) => {
      execFile(process.execPath, [COMMAND, ...args], { env: { DATABASE_URL: url } }, (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
      });
    });
  }

  async function add(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await tokens(['add', ...args]);
    expect([code, stderr]).toEqual([0, expect.stringContaining('shown once')]);
    return stdout.trim();
  }

  it('adds tokens that a running api takes, each with its project and roles', async () => {
    const reader = new ApiClient(api.url, await add('--name', 'dashboard', '--project', 'a', '--role', 'reader'));
    const member = new ApiClient(api.url, await add('--name', 'ci', '--project', 'b', '--role', 'member'));
    expect((await reader.request('GET', '/v2/stacks')).status).toBe(200);
    expect((await reader.request('POST', '/v2/stacks', {})).status).toBe(403);
    const body = { stack_name: 'x', template: { heat_template_version: '2021-04-16' } };
    expect(await member.request('POST', '/v2/stacks', body)).toMatchObject({
      status: 202,
      body: { stack: { project: 'b', owner: 'ci' } },
    });
    expect(await reader.request('GET', '/v2/stacks')).toMatchObject({ body: { stacks: [] } });
  });

  it('lists them without their secrets, and says which have expired', async () => {
    const token = await add('--name', 'night shift', '--project', 'c', '--role', 'reader', '--role', 'member');
    await api.tokenOf('c', ['reader'], new Date(Date.now() - 1_000));
    const { stdout, code } = await tokens(['list', '--project', 'c']);
    const [prefix, secret] = token.split('_').slice(1);
    expect(code).toBe(0);
    expect(stdout.split('\n')).toHaveLength(4);
    expect(stdout).toMatch(new RegExp(`^${prefix}  c +night shift +reader,member +\\S+  never$`, 'm'));
    expect(stdout).toMatch(/^\S+ +c +reader of c +reader +\S+ +\S+ \(expired\)$/m);
    expect(stdout).not.toContain(secret);
    const [{ row }] = await api.database.query<[{ row: string }]>(
      'SELECT t::text AS row FROM tokens t WHERE prefix = $1',
      [prefix],
    );
    expect(row).not.toContain(secret);
  });

  it('revokes one, which every api notices though it remembers tokens for a moment', async () => {
    const other = await ApiInProcess.start({ database: { url: databaseUrl } });
    try {
      const token = await add('--name', 'lost', '--project', 'd', '--role', 'reader');
      const kept = new ApiClient(api.url, await add('--name', 'kept', '--project', 'd', '--role', 'reader'));
      const clients = [api, other].map(({ url }) => new ApiClient(url, token));
      for (const client of clients) expect((await client.request('GET', '/v2/stacks')).status).toBe(200);
      expect(await tokens(['revoke', token.split('_')[1]!])).toMatchObject({ code: 0, stdout: '' });
      for (const client of clients) {
        await until('the token is refused', async () => (await client.request('GET', '/v2/stacks')).status === 401);
      }
      expect((await kept.request('GET', '/v2/stacks')).status).toBe(200);
    } finally {
      await other.stop();
    }
  });

  it('says what is wrong, and leaves nothing behind', async () => {
    const before = await tokens(['list']);
    expect(await tokens(['add', '--name', 'x', '--project', 'p'])).toMatchObject({ code: 2, stdout: '' });
    const unknown = await tokens(['revoke', 'none']);
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('there is no token of that prefix')]);
    expect(await tokens(['list'], '')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('DATABASE_URL') as string,
    });
    const away = await tokens(['list'], 'postgres://kiln:hidden@127.0.0.1:1/kiln');
    expect([away.code, away.stderr]).toEqual([1, expect.not.stringContaining('hidden')]);
    expect(await tokens(['list'])).toEqual(before);
  });
});
