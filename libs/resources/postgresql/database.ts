import { DatabaseError, escapeIdentifier, escapeLiteral } from 'pg';
import type { JsonObject } from '#contracts';
import type { PropertySchema } from '#template';
import { GONE } from '../gone';
import { mapOf, numberOf } from '../property-values';
import { ResourceFailure } from '../resource-failure';
import type { ResourceType, Step, StepAnswer } from '../resource-type';
import { databaseNameOf, refuseReserved } from './database-name';
import type { Session } from './session';
import { withSession } from './session';

const properties: Readonly<Record<string, PropertySchema>> = {
  name: {
    type: 'String',
    description: 'Its name within the project; without one it gets a name of its own.',
    constraints: [{ length: { min: 1, max: 63 } }, { allowed_pattern: '[A-Za-z0-9_][A-Za-z0-9_-]*' }],
  },
  connection_limit: {
    type: 'Integer',
    default: -1,
    updateAllowed: true,
    description: 'How many may be connected to it at once; -1: as many as the server takes.',
    constraints: [{ range: { min: -1 } }],
  },
};

/**
 * A database on the provider's server. `CREATE DATABASE` takes no key and cannot set a mark in the same step, so:
 *
 * 1. *Look.* The name is free: that is committed, as the physical id `pending:<name>`, before anything is made.
 * 2. *Make*, and mark it as this resource's by a comment.
 *
 * A database with our mark is ours, and so is one without a mark while it is pending: a worker died between making
 * and marking. Steps on one name exclude each other by an advisory lock, so no other resource gets in between.
 */
export const database: ResourceType = {
  schema: {
    type: 'Kiln::PostgreSQL::Database',
    description: 'A database on the PostgreSQL server that the operator provides for resources.',
    supportStatus: { status: 'SUPPORTED', version: '0.1.0' },
    properties,
    attributes: {
      name: { type: 'String', description: 'Its full name, which clients use.' },
      host: { type: 'String', description: 'Where the server is.' },
      port: { type: 'Integer', description: 'The port that it listens on.' },
    },
  },

  async create(step) {
    const name = databaseNameOf(step);
    refuseReserved(step, name);
    return withSession(step, async (session) => {
      await session.lock(name);
      const pending = isPending(step, name);
      const found = await look(session, name, step);
      if (found === 'strangers' || (found === 'unmarked' && !pending)) throw existsAlready(name);
      if (found === 'absent' && !pending) return lookedFree(name);
      if (found === 'absent' && !(await make(session, name, step))) return takenMeanwhile(name);
      if (found !== 'ours') await mark(session, name, step);
      return { outcome: 'done', physicalId: name, attributes: attributesOf(session, name) };
    });
  },

  async update(step) {
    const name = nameIn(step.physicalId ?? databaseNameOf(step));
    return withSession(step, async (session) => {
      await session.lock(name);
      if ((await look(session, name, step)) !== 'ours') throw vanished(name);
      await session.query(`ALTER DATABASE ${escapeIdentifier(name)} CONNECTION LIMIT ${limitOf(step)}`);
      return { outcome: 'done', physicalId: name, attributes: attributesOf(session, name) };
    });
  },

  async check(step) {
    const name = nameIn(step.physicalId ?? databaseNameOf(step));
    return withSession(step, async (session) => {
      // What was made and is not marked yet is made again, which marks it.
      if ((await look(session, name, step)) !== 'ours') return { outcome: 'gone' };
      const [row] = await session.query<{ limit: number }>(
        'SELECT datconnlimit AS "limit" FROM pg_database WHERE datname = $1',
        [name],
      );
      if (row === undefined) return { outcome: 'gone' };
      if (row.limit === INVALID)
        return { outcome: 'broken', reason: 'it was dropped half-way, and is of no use any more' };
      const attributes = attributesOf(session, name);
      return { outcome: 'found', properties: { connection_limit: row.limit }, attributes, physicalId: name };
    });
  },

  async delete(step) {
    const { physicalId } = step;
    // Without so much as a look nothing was made.
    if (physicalId === null) return GONE;
    return withSession(step, async (session) => {
      const name = nameIn(physicalId);
      await session.lock(name);
      const found = await look(session, name, step);
      const ours = found === 'ours' || (found === 'unmarked' && physicalId === pendingId(name));
      if (ours) await drop(session, name);
      return GONE;
    });
  },
};

function attributesOf({ host, port }: Session, name: string): JsonObject {
  return { name, host, port };
}

function limitOf({ properties: given }: Step): number {
  return numberOf(given['connection_limit']) ?? -1;
}

/** `datconnlimit` of a database whose DROP was interrupted (https://www.postgresql.org/docs/current/catalog-pg-database.html). */
const INVALID = -2;
const DUPLICATE_DATABASE = '42P04';
const INSUFFICIENT_PRIVILEGE = '42501';
const PENDING = 'pending:';

function pendingId(name: string): string {
  return `${PENDING}${name}`;
}

function nameIn(physicalId: string): string {
  return physicalId.startsWith(PENDING) ? physicalId.slice(PENDING.length) : physicalId;
}

// The state is of this step, the physical id of whichever step came last.
function isPending(step: Step, name: string): boolean {
  return (mapOf(step.state)?.['seenAbsent'] ?? step.physicalId === pendingId(name)) === true;
}

function lookedFree(name: string): StepAnswer {
  return { outcome: 'again', afterMs: 0, state: { seenAbsent: true }, physicalId: pendingId(name) };
}

// No longer pending, so that neither the next call nor a delete takes the other one's database for ours.
function takenMeanwhile(name: string): StepAnswer {
  return { outcome: 'again', afterMs: 0, state: { seenAbsent: false }, physicalId: name };
}

/** Whose the database of that name is. `unmarked`: nobody's by its comment, and it was made with our role. */
type Found = 'absent' | 'ours' | 'unmarked' | 'strangers';

async function look(session: Session, name: string, step: Step): Promise<Found> {
  const [row] = await session.query<{ comment: string | null; own: boolean }>(
    `SELECT shobj_description(oid, 'pg_database') AS comment, pg_get_userbyid(datdba) = current_user AS own
     FROM pg_database WHERE datname = $1`,
    [name],
  );
  if (row === undefined) return 'absent';
  if (row.comment === markOf(step)) return 'ours';
  return row.comment === null && row.own ? 'unmarked' : 'strangers';
}

/** Whether it was made; not where somebody who does not know Kiln's locks was faster. */
async function make(session: Session, name: string, step: Step): Promise<boolean> {
  try {
    await session.query(`CREATE DATABASE ${escapeIdentifier(name)} CONNECTION LIMIT ${limitOf(step)}`);
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === DUPLICATE_DATABASE) return false;
    throw error;
  }
}

/**
 * FORCE ends the sessions in the database, but only those that the role may end. Where somebody else's is there, and
 * autovacuum's is, too, a plain DROP waits for it and ends autovacuum itself; what is in use for longer is tried again.
 */
async function drop(session: Session, name: string): Promise<void> {
  const statement = `DROP DATABASE IF EXISTS ${escapeIdentifier(name)}`;
  try {
    await session.query(`${statement} WITH (FORCE)`);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== INSUFFICIENT_PRIVILEGE) throw error;
    await session.query(statement);
  }
}

async function mark(session: Session, name: string, step: Step): Promise<void> {
  await session.query(`COMMENT ON DATABASE ${escapeIdentifier(name)} IS ${escapeLiteral(markOf(step))}`);
}

function markOf(step: Step): string {
  return `kiln-resource: ${step.resourceId}`;
}

function existsAlready(name: string): ResourceFailure {
  return new ResourceFailure(
    `database "${name}" exists already and is not this resource's: choose another name or remove it`,
  );
}

function vanished(name: string): ResourceFailure {
  return new ResourceFailure(
    `database "${name}" is not there any more, or not this resource's: converge makes another`,
  );
}
