import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the few nodes that have cost several workers their lease among the many that are ready. */
export class SuspectNodes1764200000002 implements MigrationInterface {
  name = 'SuspectNodes1764200000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "CREATE INDEX nodes_suspect ON nodes (operation_id, id) WHERE state = 'ready' AND attempts >= 3",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX nodes_suspect');
  }
}
