import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Metadata that a request set in place of the template's. */
export class SetMetadata1764400000000 implements MigrationInterface {
  name = 'SetMetadata1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE resources ADD COLUMN sealed_set_metadata bytea');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE resources DROP COLUMN sealed_set_metadata');
  }
}
