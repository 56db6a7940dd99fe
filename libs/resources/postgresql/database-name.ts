import { ownName } from '../names/own-name';
import { shortHash } from '../names/short-hash';
import { wordOf } from '../property-values';
import { ResourceFailure } from '../resource-failure';
import type { Step } from '../resource-type';

/** PostgreSQL's limit, in bytes; names here are ASCII. */
const LIMIT = 63;
const RESERVED = /^(kiln.*|postgres|template0|template1)$/i;

/**
 * `<project>_<name>`, or `<project>_<stack>_<resource>_<short id>` where the template gives no name; in small
 * letters, so that nobody has to quote it. A name that is too long is cut; where the cut, the small letters or a
 * `_` or `-` in the project might make two names one, a hash of what was meant stands at the end.
 */
export function databaseNameOf(step: Step): string {
  const given = wordOf(step.properties['name']);
  if (given === undefined) return ownDatabaseName(step);
  const meant = `${step.project}_${given}`;
  const plain = simplified(meant);
  if (plain === meant && plain.length <= LIMIT && !step.project.includes('_')) return plain;
  const hash = shortHash(`${step.project}\n${given}`);
  return `${plain.slice(0, LIMIT - hash.length - 1)}_${hash}`;
}

/** Throws ResourceFailure for names that belong to Kiln or to PostgreSQL. */
export function refuseReserved(step: Step, databaseName: string): void {
  const given = wordOf(step.properties['name']);
  const reserved = [given, databaseName].find((name) => name !== undefined && RESERVED.test(name));
  if (reserved !== undefined) {
    throw new ResourceFailure(
      `database name "${reserved}" is reserved: "postgres", "template0", "template1" and names that begin with "kiln" are not for resources`,
    );
  }
}

// The short id keeps it apart from all others, however much is cut.
function ownDatabaseName(step: Step): string {
  const project = simplified(step.project).slice(0, 24);
  return `${project}_${simplified(ownName(step, '_', LIMIT - project.length - 1))}`;
}

function simplified(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9_]/g, '_');
}
