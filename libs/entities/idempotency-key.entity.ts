import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { JsonObject } from '#contracts';

/** What a request with an Idempotency-Key was answered; a row without status is still being answered. */
@Entity('idempotency_keys')
@Index('idempotency_keys_age', ['createdAt'])
export class IdempotencyKey {
  @PrimaryColumn({ type: 'text' })
  project!: string;

  @PrimaryColumn({ type: 'text' })
  method!: string;

  @PrimaryColumn({ type: 'text' })
  path!: string;

  @PrimaryColumn({ type: 'text' })
  key!: string;

  /** What processes of earlier versions, and rows of theirs, know the body by. */
  @Column({ type: 'bytea', name: 'body_hmac' })
  bodyHmac!: Buffer;

  /** The body's SHA-256. */
  @Column({ type: 'bytea', name: 'sealed_body_digest', nullable: true })
  sealedBodyDigest!: Buffer | null;

  @Column({ type: 'integer', nullable: true })
  status!: number | null;

  @Column({ type: 'json', nullable: true })
  headers!: JsonObject | null;

  /** The answer's body. */
  @Column({ type: 'bytea', name: 'sealed_answer', nullable: true })
  sealedAnswer!: Buffer | null;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
