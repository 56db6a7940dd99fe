import { isWritten } from '#template';
import type { ExactObject, StackRequest } from '#template';
import { invalidRequest } from '../problems/problem';
import type { ProblemFacts } from '../problems/problem';
import { checkDto } from '../requests/check-dto';
import type { DtoClass } from '../requests/check-dto';
import { readObject } from '../requests/read-body';
import type { Wrapper } from '../requests/read-body';
import type { Verdict } from '../requests/read-json';
import { DefinitionDto } from './dto/definition.dto';

/** What is wrong with a request. */
export function refused(problem: ProblemFacts): Verdict<never> {
  return { ok: false, problem };
}

/** A body as its class says, or what is wrong with it. */
export function readDto<T extends object>(
  dto: DtoClass<T>,
  body: Uint8Array | undefined,
  wrapper: Wrapper,
): Verdict<T> {
  const read = readObject(body, wrapper);
  if (!read.ok) return read;
  const checked = checkDto(dto, objectOfPlain(read.value), { member: 'key', path: '' });
  return checked.ok ? checked : refused(invalidRequest(checked.errors));
}

/** Only inside of its members does it matter how a number is written: `60.0` minutes are 60. */
function objectOfPlain(body: ExactObject): object {
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, isWritten(value) ? value.value : value]));
}

/** What a body says of what the stack is made from. */
export function requestOf(dto: DefinitionDto): StackRequest {
  return {
    template: dto.template,
    ...(dto.files ? { files: dto.files } : {}),
    ...(dto.environment ? { environment: dto.environment } : {}),
    ...(dto.environment_files ? { environmentFiles: dto.environment_files } : {}),
    ...(dto.parameters ? { parameters: dto.parameters } : {}),
  };
}
