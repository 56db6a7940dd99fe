import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a request's body is recognised by no longer hangs on a key that is to go: its digest is sealed, and can be sealed
 * anew. Rows from before, which live for a day, have only the HMAC.
 */
export class BodyDigests1764500000000 implements MigrationInterface {
  name = 'BodyDigests1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE idempotency_keys ADD COLUMN sealed_body_digest bytea');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE idempotency_keys DROP COLUMN sealed_body_digest');
  }
}
