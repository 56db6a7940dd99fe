import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the records of deleted stacks by their age, so that they can be purged. */
export class DeletedStacks1764200000000 implements MigrationInterface {
  name = 'DeletedStacks1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX stacks_deleted ON stacks (deleted_at) WHERE deleted_at IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX stacks_deleted');
  }
}
