import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an update needs to know: which type made a resource, what a node is for,
 * which nodes wait for all others, and what a stack goes back to.
 */
export class Updates1764300000000 implements MigrationInterface {
  name = 'Updates1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE resources ADD COLUMN made_type text NOT NULL DEFAULT ''");
    await runner.query('UPDATE resources SET made_type = type');
    await runner.query('ALTER TABLE resources ALTER COLUMN made_type DROP DEFAULT');
    await runner.query('CREATE INDEX resources_replaces ON resources (replaces) WHERE replaces IS NOT NULL');
    await runner.query("ALTER TABLE nodes ADD COLUMN task text NOT NULL DEFAULT 'create'");
    await runner.query("UPDATE nodes SET task = 'delete' WHERE phase = 'cleanup'");
    await runner.query('ALTER TABLE nodes ALTER COLUMN task DROP DEFAULT');
    await runner.query('ALTER TABLE operations ADD COLUMN held integer NOT NULL DEFAULT 0');
    await runner.query('ALTER TABLE definitions ADD COLUMN shown_parameters json, ADD COLUMN description text');
    await runner.query('ALTER TABLE stacks ADD COLUMN good_definition_id uuid');
    await runner.query(
      "UPDATE stacks SET good_definition_id = definition_id WHERE action = 'CREATE' AND status = 'COMPLETE'",
    );
    await runner.query(`
      UPDATE definitions d SET shown_parameters = s.shown_parameters, description = s.description
      FROM stacks s WHERE s.definition_id = d.id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE stacks DROP COLUMN good_definition_id');
    await runner.query('ALTER TABLE definitions DROP COLUMN shown_parameters, DROP COLUMN description');
    await runner.query('ALTER TABLE operations DROP COLUMN held');
    await runner.query('ALTER TABLE nodes DROP COLUMN task');
    await runner.query('DROP INDEX resources_replaces');
    await runner.query('ALTER TABLE resources DROP COLUMN made_type');
  }
}
