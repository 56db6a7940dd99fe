import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What lists of stacks are read from: an index for each sort, which its values’ filter uses too, for stacks alike in one
 * are sorted by age. The usual list, of what lives and stands in no other, has one of its own, so that it does not pass
 * by all that is deleted. What else is filtered is filtered along these.
 */
export class ListsOfStacks1764600000000 implements MigrationInterface {
  name = 'ListsOfStacks1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PROJECT_TAGS);
    for (const [name, what] of Object.entries(INDEXES)) await runner.query(`CREATE INDEX ${name} ON stacks ${what}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ${Object.keys(INDEXES).join(', ')}`);
    await runner.query('DROP FUNCTION project_tags');
  }
}

/** A tag belongs to its project: many projects have the same ones. No project’s id has a space in it. */
const PROJECT_TAGS = `
  CREATE FUNCTION project_tags(project text, tags text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT ARRAY(SELECT project || ' ' || tag FROM unnest(tags) tag) $$`;

const INDEXES = {
  stacks_shown: '(project, created_at, id) WHERE deleted_at IS NULL AND parent_id IS NULL',
  stacks_by_name: '(project, name, created_at, id)',
  stacks_by_action: '(project, action, created_at, id)',
  stacks_by_status: '(project, status, created_at, id)',
  stacks_by_update: "(project, (COALESCE(updated_at, '-infinity')), created_at, id)",
  stacks_nested: '(parent_id, created_at, id) WHERE parent_id IS NOT NULL',
  // Of all projects, for operators.
  stacks_by_age: '(created_at, id)',
  // Few tags are written and many read: nothing is left in a list that each reader would have to go through.
  stacks_by_tag: 'USING gin (project_tags(project, tags)) WITH (fastupdate = off)',
};
