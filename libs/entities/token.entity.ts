import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A local token: found by its public prefix, kept as SHA-256. */
@Entity('tokens')
export class Token {
  @PrimaryColumn({ type: 'text' })
  prefix!: string;

  @Column({ type: 'bytea' })
  hash!: Buffer;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  project!: string;

  @Column({ type: 'text', array: true })
  roles!: string[];

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'expires_at', nullable: true })
  expiresAt!: Date | null;
}
