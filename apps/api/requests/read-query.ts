import { Problem, invalidRequest } from '../problems/problem';
import { checkDto } from './check-dto';
import type { DtoClass } from './check-dto';
import { unknownName } from './nearest-name';
import { UNREADABLE, kindsOf } from './query-members';
import type { QueryKind } from './query-members';
import { pointerPart } from './json-pointer';

/**
 * Reads a query string against a class whose members are declared by the decorators of `query-members`. Throws the 400
 * that names every parameter which is unknown, given too often, or not of its kind.
 */
export function readQuery<T extends object>(dto: DtoClass<T>, query: unknown): T {
  const given = Object.entries(query as Record<string, string | string[]>);
  if (given.length === 0) return new dto();
  const kinds = kindsOf(dto.prototype as object);
  const read = given.map(([name, texts]) => [name, readMember(kinds.get(name), [texts].flat())] as const);
  const checked = checkDto(dto, Object.fromEntries(read), { member: 'query parameter', path: '/query' });
  if (checked.ok) return checked.value;
  throw new Problem(invalidRequest(checked.errors));
}

function readMember(kind: QueryKind | undefined, texts: readonly string[]): unknown {
  const values = texts.map((text) => kind?.read(text) ?? UNREADABLE);
  if (kind?.repeatable) return values;
  return values.length === 1 ? values[0] : UNREADABLE;
}

/** Reads the query string of a request that takes none: any parameter is a 400. */
export function refuseQuery(query: unknown): void {
  const errors = Object.keys(query as object).map((name) => ({
    path: `/query/${pointerPart(name)}`,
    detail: unknownName('query parameter', name, []),
  }));
  if (errors.length > 0) throw new Problem(invalidRequest(errors));
}
