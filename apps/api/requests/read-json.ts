import type { Diagnostic } from '#contracts';
import { isObject, parseExactJson, TooManyDigits } from '#template';
import type { ExactJson } from '#template';
import { invalidRequest } from '../problems/problem';
import type { ProblemFacts } from '../problems/problem';
import { endOfString, findDuplicateKey } from './duplicate-key';
import { pointerPart } from './json-pointer';

/** What a check answers, as plain data: a value, or the problem that the client is told. */
export type Verdict<T> = { ok: true; value: T } | { ok: false; problem: ProblemFacts };

const NESTING = 200;

/**
 * Reads a body, with numbers as they were written. JSON is UTF-8 (RFC 8259), nests 200 deep at most, has no name twice
 * in an object, and holds no U+0000, which PostgreSQL can't store.
 */
export function readJson(body: Uint8Array | undefined): Verdict<ExactJson> {
  if (body === undefined || body.length === 0) return malformed('the body is empty: send JSON');
  const text = decode(body);
  if (text === undefined) return malformed('the body is not valid UTF-8');
  if (nestsTooDeep(text)) return malformed(`the body nests more than ${NESTING} deep`);
  let value: ExactJson;
  try {
    value = parseExactJson(text);
  } catch (error) {
    if (error instanceof TooManyDigits) return malformed(`the body cannot be read: ${error.message}`);
    return malformed(`the body is not valid JSON${placeOf(error, text)}`);
  }
  const fault = findDuplicateKey(text) ?? (text.includes('\\u0000') ? findNul(value) : undefined);
  return fault ? { ok: false, problem: invalidRequest([fault]) } : { ok: true, value };
}

/** Finds a text, or a name, that holds U+0000. */
export function findNul(value: ExactJson, path = ''): Diagnostic | undefined {
  if (typeof value === 'string') return value.includes('\0') ? { path, detail: NUL_DETAIL } : undefined;
  if (!Array.isArray(value) && !isObject(value)) return undefined;
  for (const [key, entry] of Object.entries(value)) {
    const at = `${path}/${pointerPart(key)}`;
    if (key.includes('\0')) return { path: at.replaceAll('\0', '\uFFFD'), detail: NUL_DETAIL };
    const found = findNul(entry, at);
    if (found) return found;
  }
  return undefined;
}

const NUL_DETAIL = 'the character U+0000 cannot be stored: leave it out';

function decode(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

const QUOTE = 0x22;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** Counts brackets outside of strings, without recursion: what reads the value afterwards may recurse. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (OPENING.has(code)) depth += 1;
    else if (CLOSING.has(code)) depth -= 1;
    if (depth > NESTING) return true;
  }
  return false;
}

/** What V8 says of the place: that the text ended, a position, or a character; the rest of its words quote the body. */
function placeOf(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(message)?.[1];
  if (message.includes('end of JSON') || Number(position) >= text.length) return ': it is cut short';
  if (position !== undefined) return `: line ${lineAt(text, Number(position))}`;
  const token = /^Unexpected token '(.)'/u.exec(message)?.[1];
  return token === undefined ? '' : `: unexpected ${JSON.stringify(token)}`;
}

function lineAt(text: string, position: number): string {
  const before = text.slice(0, position).split('\n');
  return `${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

function malformed(detail: string): Verdict<never> {
  return { ok: false, problem: { code: 'malformed-request', detail } };
}
