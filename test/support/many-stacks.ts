import type { DataSource } from 'typeorm';

/** How many stacks there are of each kind among many. */
export interface ManyStacks {
  project: string;
  stacks: number;
  /** The stacks are spread over so many projects, which are called `<project>-<number>`; absent: all are in one. */
  projects?: number;
}

/**
 * Writes settled stacks as many requests would have left them: a tenth is deleted, another nested in the first ones,
 * few have failed, and of tags there are common and rare ones. Whatever varies does so by the stack's number.
 */
export async function insertManyStacks(database: DataSource, { project, stacks, projects }: ManyStacks): Promise<void> {
  const values = [project, stacks, projects ?? null];
  const runner = database.createQueryRunner();
  try {
    await runner.query('DROP TABLE IF EXISTS pg_temp.many');
    await runner.query(NUMBERED, values);
    for (const statement of [STACKS, OPERATIONS]) await runner.query(statement);
  } finally {
    await runner.release();
  }
  await database.query('VACUUM ANALYZE stacks');
  await database.query('VACUUM ANALYZE operations');
}

const NUMBERED = `
  CREATE TEMP TABLE many AS
  SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS operation_id, gen_random_uuid() AS definition_id,
    $1::text || COALESCE('-' || n % $3::int, '') AS project,
    CASE WHEN n % 50 = 0 THEN 'DELETE' WHEN n % 100 = 1 THEN 'CHECK' WHEN n % 3 = 0 THEN 'UPDATE' ELSE 'CREATE' END
      AS action,
    CASE WHEN n % 50 = 7 THEN 'FAILED' WHEN n % 100 = 11 THEN 'IN_PROGRESS' ELSE 'COMPLETE' END AS status
  FROM generate_series(1, $2::int) n`;

const STACKS = `
  INSERT INTO stacks (id, root_id, parent_id, project, name, description, action, status, operation_id, definition_id,
    shown_parameters, tags, owner, sealed_outputs, created_at, updated_at, deleted_at)
  SELECT m.id, m.id, parent.id, m.project, 'stack-' || m.n, 'One of many stacks', m.action, m.status, m.operation_id,
    m.definition_id, '{"flavor": "small", "image": "a-0123456789", "network": "private"}',
    ARRAY['env-' || m.n % 2, 'team-' || m.n % 50, 'batch-' || m.n / 1000], 'somebody',
    decode(repeat('ab', 200), 'hex'), now() - interval '1 day' + m.n * interval '0.5 seconds',
    CASE WHEN m.n % 5 < 3 THEN now() - (m.n * 7919 % 86400) * interval '1 second' END,
    CASE WHEN m.n % 10 = 9 THEN now() - (m.n * 7919 % 86400) * interval '1 second' END
  FROM many m LEFT JOIN many parent ON m.n % 10 = 8 AND parent.n = m.n / 20`;

const OPERATIONS = `
  INSERT INTO operations (id, stack_id, root_id, project, definition_id, action, status, stage, total, done, request_id,
    created_at, started_at, finished_at)
  SELECT operation_id, id, id, project, definition_id, action, status, 'settled', 10, 10,
    'req-00000000-0000-4000-8000-000000000000', now(), now(), now()
  FROM many`;
