import type { Answer, ApiClient } from '../../../test/support/api-client';
import { ApiInProcess } from '../../../test/support/api-in-process';
import { randomOf, seeds } from '../../../test/support/cases';
import { insertManyStacks } from '../../../test/support/many-stacks';

const STACKS = 200;
const SORTS = ['', 'sort=created_at', 'sort=name', 'sort=name:desc', 'sort=updated_at', 'sort=status,name:desc'];
const CASES = seeds(1, 20).flatMap((seed) => SORTS.map((sort) => ({ seed, sort })));

interface Page {
  stacks: { id: string }[];
  links: { href: string }[];
}

/** One more stack, somewhere in every order: like another one, but for its name and its times. */
const COME = `
  INSERT INTO stacks (id, root_id, project, name, description, action, status, operation_id, definition_id,
    shown_parameters, tags, created_at, updated_at)
  SELECT gen_random_uuid(), id, project, $2 || '-' || name, description, action, status, operation_id, definition_id,
    shown_parameters, tags, created_at + interval '1 microsecond', updated_at
  FROM stacks WHERE id = $1`;

const GO = ['UPDATE stacks SET deleted_at = now() WHERE id = $1', 'DELETE FROM stacks WHERE id = $1'];
const MOVE = `
  UPDATE stacks SET updated_at = now(), action = 'UPDATE', status = CASE status WHEN 'FAILED' THEN 'COMPLETE' ELSE 'FAILED' END
  WHERE id = $1`;

describe('the list of stacks while they come and go', () => {
  let api: ApiInProcess;
  let client: ApiClient;

  beforeAll(async () => {
    api = await ApiInProcess.start();
  });

  afterAll(async () => {
    await api.stop();
  });

  it.each(CASES)('neither skips nor repeats one that stays: seed $seed, $sort', async ({ seed, sort }) => {
    const project = `p-${seed}-${sort}`;
    const random = randomOf(seed);
    client = await api.clientOf(project, ['reader']);
    await insertManyStacks(api.database, { project, stacks: STACKS });
    const still = new Set(await living(project));
    const seen: string[] = [];
    for (let path: string | undefined = `/v2/stacks?limit=7&${sort}`, page = 0; path !== undefined; page += 1) {
      const { body }: Answer<Page> = await client.request<Page>('GET', path);
      seen.push(...body.stacks.map(({ id }) => id));
      // The last one seen among them: nothing but the link says where the next page begins.
      const changed = [seen.at(-1), ...pick(await living(project), 4, random)];
      for (const [at, id] of changed.entries()) await change(id!, `${page}-${at}`, random);
      for (const id of changed) still.delete(id!);
      path = body.links[0]?.href.replace(api.url, '');
    }
    const counts = [...still].map((id) => seen.filter((other) => other === id).length);
    expect(still.size).toBeGreaterThan(STACKS / 10);
    expect(new Set(counts)).toEqual(new Set([1]));
  });

  async function living(project: string): Promise<string[]> {
    const rows = await api.database.query<{ id: string }[]>(
      'SELECT id FROM stacks WHERE project = $1 AND deleted_at IS NULL AND parent_id IS NULL ORDER BY name',
      [project],
    );
    return rows.map(({ id }) => id);
  }

  async function change(id: string, prefix: string, random: () => number): Promise<void> {
    await api.database.query(COME, [id, prefix]);
    const statement = [...GO, MOVE][Math.floor(random() * 3)]!;
    await api.database.query(statement, [id]);
  }
});

function pick(ids: readonly string[], count: number, random: () => number): string[] {
  return Array.from({ length: Math.min(count, ids.length) }, () => ids[Math.floor(random() * ids.length)]!);
}
