import type { DataSource } from 'typeorm';
import type { Told } from './notification-checker';

/**
 * Has a database remember every notification that is written into the outbox, which itself forgets what was told. It
 * costs one statement more for each that writes some, and nothing is seen of it in Kiln's own schema.
 */
export const WATCH_OUTBOX = `
  CREATE SCHEMA watch;
  CREATE UNLOGGED TABLE watch.told (routing_key text NOT NULL, body text NOT NULL);
  CREATE FUNCTION watch.keep() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO watch.told SELECT routing_key, body FROM written;
    RETURN NULL;
  END $$;
  CREATE TRIGGER watch AFTER INSERT ON outbox REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION watch.keep();`;

/** What a measurement does without. */
export const UNWATCH_OUTBOX = 'DROP TRIGGER watch ON outbox';

/** Every notification that was committed in the database. */
export async function toldIn(database: DataSource): Promise<Told[]> {
  return database.query<Told[]>('SELECT routing_key, body FROM watch.told');
}
