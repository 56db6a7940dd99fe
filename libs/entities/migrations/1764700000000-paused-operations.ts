import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Operations can be paused, and asked to end. While one is paused only what it has begun goes on. */
export class PausedOperations1764700000000 implements MigrationInterface {
  name = 'PausedOperations1764700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE operations ADD COLUMN paused_at timestamptz, ADD COLUMN cancel_requested_at timestamptz',
    );
    await runner.query(`CREATE INDEX nodes_begun ON nodes (operation_id) WHERE state = 'ready' AND token > 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX nodes_begun');
    await runner.query('ALTER TABLE operations DROP COLUMN paused_at, DROP COLUMN cancel_requested_at');
  }
}
