import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Seals two columns that hidden values flow into. What lay in them in the clear goes: SQL has no key to seal it with, no
 * route shows a resource's metadata yet, and a kept answer is only given again within a day (after which a request that
 * is repeated is a new one, as it is after this). Not additive, for no release has written the old columns. Until
 * autovacuum has been there, a page may still hold old rows; `VACUUM FULL resources` removes them at once.
 */
export class SealMetadataAndAnswers1764200000001 implements MigrationInterface {
  name = 'SealMetadataAndAnswers1764200000001';

  async up(runner: QueryRunner): Promise<void> {
    // A column that is dropped keeps its bytes in every row that is not written again.
    await runner.query('UPDATE resources SET metadata = NULL WHERE metadata IS NOT NULL');
    await runner.query('ALTER TABLE resources DROP COLUMN metadata, ADD COLUMN sealed_metadata bytea');
    await runner.query('DELETE FROM idempotency_keys');
    await runner.query('ALTER TABLE idempotency_keys DROP COLUMN answer, ADD COLUMN sealed_answer bytea');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE resources DROP COLUMN sealed_metadata, ADD COLUMN metadata json');
    await runner.query('DELETE FROM idempotency_keys');
    await runner.query('ALTER TABLE idempotency_keys DROP COLUMN sealed_answer, ADD COLUMN answer text');
  }
}
