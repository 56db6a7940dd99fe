import { SEALED_HEADER_BYTES } from '#entities';
import type { SealedTable } from './sealed-tables';

/** How many rows are looked at in one statement. */
const ROWS_AT_ONCE = 1_000;

// Version and key id of a sealed value, and the id alone.
const prefixOf = (column: string): string => `substring(${column} FROM 1 FOR 5)`;
const keyIdOf = (column: string): string => `encode(substring(${column} FROM 2 FOR 4), 'hex')`;
const headerOf = (column: string): string => `substring(${column} FROM 1 FOR ${SEALED_HEADER_BYTES})`;

/**
 * The next rows in the order of the key, behind one ($2…) or from the first, with what lies in them that has another
 * prefix than the current ($1): the ids of its keys, and its size. A bounded look however many rows match.
 */
export function scanStatement({ name, key, sealed, leftAlone }: SealedTable, isFirst: boolean): string {
  const names = key.map((each) => each.name).join(', ');
  const behind = key.map(({ type }, index) => `$${index + 2}::${type}`).join(', ');
  const old = (column: string, value: string): string => `CASE WHEN ${prefixOf(column)} <> $1 THEN ${value} END`;
  return `
    SELECT ${names}, left_alone,
      array_remove(ARRAY[${sealed.map((each) => old(each, keyIdOf(each))).join(', ')}], NULL) AS under,
      ${sealed.map((each) => `coalesce(${old(each, `octet_length(${each})`)}, 0)`).join(' + ')} AS size
    FROM (
      SELECT ${names}, ${sealed.join(', ')}, ${leftAlone} AS left_alone FROM ${name}
      ${isFirst ? '' : `WHERE (${names}) > (${behind})`} ORDER BY ${names} LIMIT ${ROWS_AT_ONCE}) s`;
}

/** Of the rows named ($2…) the values that have another prefix than the current ($1). */
export function readStatement({ name, key, sealed }: SealedTable): string {
  const old = sealed.map((each) => `CASE WHEN ${prefixOf(`t.${each}`)} <> $1 THEN t.${each} END AS ${each}`);
  return `
    SELECT ${key.map((each) => `t.${each.name}`).join(', ')}, ${old.join(', ')}
    FROM ${name} t JOIN ${unnested(key, 2)} n(${key.map((each) => each.name).join(', ')}) ON ${sameKey(key, 'n')}`;
}

/**
 * Puts new values in the place of old ones, known by their headers, and answers how many rows it changed. One statement,
 * so no lock outlives it. It waits for nobody: a row that is locked, or holds something else by now, is left out, and so
 * no transaction that holds its root can meet it in a circle.
 */
export function replaceStatement({ name, key, sealed }: SealedTable): string {
  const names = key.map((each) => each.name);
  const given = [
    ...key,
    ...sealed.flatMap((each) => [
      { name: `old_${each}`, type: 'bytea' },
      { name: `new_${each}`, type: 'bytea' },
    ]),
  ];
  const isSame = sealed.map((each) => `(n.old_${each} IS NULL OR ${headerOf(`t.${each}`)} = n.old_${each})`);
  return `
    UPDATE ${name} t SET ${sealed.map((each) => `${each} = coalesce(u.new_${each}, t.${each})`).join(', ')}
    FROM (
      SELECT n.* FROM ${name} t JOIN ${unnested(given, 1)} n(${given.map((each) => each.name).join(', ')})
        ON ${sameKey(key, 'n')}
      WHERE ${isSame.join(' AND ')}
      FOR NO KEY UPDATE OF t SKIP LOCKED) u
    WHERE ${sameKey(key, 'u')}
    RETURNING ${names.map((each) => `t.${each}`).join(', ')}`;
}

function unnested(columns: readonly { type: string }[], from: number): string {
  return `unnest(${columns.map(({ type }, index) => `$${index + from}::${type}[]`).join(', ')})`;
}

function sameKey(key: SealedTable['key'], other: string): string {
  return key.map(({ name }) => `t.${name} = ${other}.${name}`).join(' AND ');
}
