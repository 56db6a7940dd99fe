import { getMetadataStorage, validateSync } from 'class-validator';
import type { Diagnostic } from '#contracts';
import { pointerPart } from './json-pointer';
import { unknownName } from './nearest-name';

export type DtoClass<T extends object> = new () => T;

export type Checked<T> = { ok: true; value: T } | { ok: false; errors: Diagnostic[] };

interface DtoPlace {
  /** What its members are called in a fault: "key", "query parameter". */
  member: string;
  /** JSON pointer to the object in the request. */
  path: string;
}

/** Unknown members that are named; a body of a million costs no more than its reading. */
const MOST_UNKNOWN = 100;

const knownNames = new Map<DtoClass<object>, string[]>();

/** Names of the members that a DTO class declares; each has a decorator of class-validator. */
export function namesOf(dto: DtoClass<object>): string[] {
  const known = knownNames.get(dto);
  if (known) return known;
  const metadata = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
  const names = [...new Set(metadata.map(({ propertyName }) => propertyName))];
  knownNames.set(dto, names);
  return names;
}

/** Checks an object against a DTO class: every wrong member and every unknown one, each with where it stands. */
export function checkDto<T extends object>(dto: DtoClass<T>, plain: object, { member, path }: DtoPlace): Checked<T> {
  const names = namesOf(dto);
  const value = new dto();
  const errors: Diagnostic[] = [];
  for (const [name, entry] of Object.entries(plain)) {
    if (names.includes(name)) Reflect.set(value, name, entry);
    else if (errors.length < MOST_UNKNOWN) {
      errors.push({ path: `${path}/${pointerPart(name)}`, detail: unknownName(member, name, names) });
    }
  }
  for (const fault of validateSync(value, { forbidUnknownValues: false, stopAtFirstError: true })) {
    const [detail = 'is not valid'] = Object.values(fault.constraints ?? {});
    errors.push({ path: `${path}/${fault.property}`, detail });
  }
  return errors.length === 0 ? { ok: true, value } : { ok: false, errors };
}
