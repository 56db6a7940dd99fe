import { STATUS_CODES } from 'node:http';
import { schema } from '#contracts';
import type { JsonObject, Schema } from '#contracts';
import { ProblemDto } from '../problems/dto/problem.dto';
import { PROBLEM_CODES, PROBLEM_MEDIA_TYPE, statusOfCode, titleOf, urnOf } from '../problems/problem';
import type { ProblemCode } from '../problems/problem';
import { ANSWER_HEADERS } from './headers';

type HeaderName = keyof typeof ANSWER_HEADERS;

/** Headers that a status always has. */
const STATUS_HEADERS: Readonly<Record<number, readonly HeaderName[]>> = {
  401: ['WWW-Authenticate'],
  405: ['Allow'],
  429: ['Retry-After'],
  503: ['Retry-After'],
};

/** The name of a status's response in the document: `NotFound`. */
export function responseName(status: number): string {
  return (STATUS_CODES[status] ?? String(status)).replace(/[^A-Za-z]/g, '');
}

/** The statuses that problems can have. */
export const PROBLEM_STATUSES: readonly number[] = [...new Set(PROBLEM_CODES.map(statusOfCode))].sort();

/** One response for each status that a problem can have. */
export function problemResponses(render: (part: Schema) => JsonObject): JsonObject {
  return Object.fromEntries(PROBLEM_STATUSES.map((status) => [responseName(status), render(problemResponse(status))]));
}

function problemResponse(status: number): Schema {
  const codes = PROBLEM_CODES.filter((code) => statusOfCode(code) === status);
  const shown: Schema = {
    allOf: [
      schema.one(() => ProblemDto),
      { properties: { status: { const: status }, type: { enum: codes.map(urnOf) } } },
    ],
  };
  return {
    description: `${[...new Set(codes.map(titleOf))].join('; or: ')}.`,
    headers: headersOf(['X-Openstack-Request-Id', ...(STATUS_HEADERS[status] ?? [])]),
    content: { [PROBLEM_MEDIA_TYPE]: { schema: shown } },
  };
}

/** Headers of a response, by reference; all of them are always there. */
export function headersOf(names: readonly HeaderName[]): Schema {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

/** Headers of a response that are not always there. */
export function maybeHeaders(names: readonly HeaderName[]): Schema {
  return Object.fromEntries(names.map((name) => [name, headerObject(ANSWER_HEADERS[name])]));
}

function headerObject({ description = '', ...rest }: Schema): Schema {
  return { description, schema: rest };
}

/** What headers of answers are, for references to them. */
export function headerComponents(): Schema {
  return Object.fromEntries(
    Object.entries(ANSWER_HEADERS).map(([name, header]) => [name, { ...headerObject(header), required: true }]),
  );
}

/** The statuses of problems. */
export function statusesOf(codes: readonly ProblemCode[]): number[] {
  return [...new Set(codes.map(statusOfCode))];
}
