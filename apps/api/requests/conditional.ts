import { AppError } from '#contracts';
import { Problem, invalidRequest } from '../problems/problem';

const TAG = /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/;

/** The entity tag of a stack: its revision, which rises with each accepted request. */
export function tagOf(revision: number): string {
  return `"${revision}"`;
}

/** Reads `If-Match` (RFC 9110, section 13.1.1) into its tags; `undefined`: the header is absent or `*`. */
export function readIfMatch(header: string | undefined): readonly string[] | undefined {
  const text = header?.trim();
  if (text === undefined || text === '*') return undefined;
  const tags = text.split(',').map((tag) => tag.trim());
  if (tags.every((tag) => TAG.test(tag))) return tags;
  const detail = 'If-Match must be * or entity tags as ETag gave them, in double quotes, between commas';
  throw new Problem(invalidRequest([{ path: '/headers/if-match', detail }]));
}

/** Throws where none of the tags is the stack's. */
export function checkMatch(tags: readonly string[] | undefined, revision: number): void {
  if (tags === undefined || tags.includes(tagOf(revision))) return;
  throw new AppError('precondition-failed', `the stack has changed: its ETag is now ${tagOf(revision)}`);
}
