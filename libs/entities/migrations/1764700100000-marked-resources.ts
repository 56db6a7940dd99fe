import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Resources that somebody marked as unhealthy, so that the next update or converge replaces them. */
export class MarkedResources1764700100000 implements MigrationInterface {
  name = 'MarkedResources1764700100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE resources ADD COLUMN marked_unhealthy boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE resources DROP COLUMN marked_unhealthy');
  }
}
