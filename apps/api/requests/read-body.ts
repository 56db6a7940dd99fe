import type { Diagnostic } from '#contracts';
import { isObject, plainJson } from '#template';
import type { ExactObject } from '#template';
import { invalidRequest } from '../problems/problem';
import { checkDto } from './check-dto';
import type { DtoClass } from './check-dto';
import { readJson } from './read-json';
import type { Verdict } from './read-json';
import { unwrap } from './unwrap';

/** How a body may come apart from being bare: in the resource's name, with what only answers have. */
export interface Wrapper {
  readonly name: string;
  readonly answerOnly: readonly string[];
}

/** What a route takes as its body. */
export interface BodyForm<T extends object> {
  readonly dto: DtoClass<T>;
  readonly wrapper?: Wrapper;
  /** No body is an empty object. */
  readonly isOptional?: boolean;
  /** What is wrong with it as a whole. */
  readonly faultOf?: (value: T) => Diagnostic | undefined;
}

/** The object that a body is, or that is in its wrapper, with numbers as they were written. */
export function readObject(body: Uint8Array | undefined, wrapper?: Wrapper): Verdict<ExactObject> {
  const read = readJson(body);
  if (!read.ok) return read;
  const bare = wrapper && isObject(read.value) ? unwrap(read.value, wrapper.name, wrapper.answerOnly) : read.value;
  if (isObject(bare)) return { ok: true, value: bare };
  return { ok: false, problem: invalidRequest([{ path: '', detail: 'the body must be a JSON object' }]) };
}

/** A body as its DTO class has it. */
export function readBody<T extends object>(
  body: unknown,
  { dto, wrapper, isOptional, faultOf }: BodyForm<T>,
): Verdict<T> {
  const bytes = body instanceof Uint8Array ? body : undefined;
  const isLeftOut = isOptional === true && (bytes === undefined || bytes.length === 0);
  const read = isLeftOut ? { ok: true as const, value: {} } : readObject(bytes, wrapper);
  if (!read.ok) return read;
  const checked = checkDto(dto, plainJson(read.value) as object, { member: 'key', path: '' });
  if (!checked.ok) return { ok: false, problem: invalidRequest(checked.errors) };
  const fault = faultOf?.(checked.value);
  return fault ? { ok: false, problem: invalidRequest([fault]) } : checked;
}
