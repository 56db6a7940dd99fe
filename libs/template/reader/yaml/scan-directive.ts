import { isBreakOrEnd, isNameCharacter, SPACE } from './characters';
import type { Cursor } from './cursor';
import { skipLineEnd } from './scan-block-scalar';
import { scanHandle, scanUri } from './scan-tag';

export interface ScannedDirective {
  readonly name: string;
  readonly values: readonly string[];
}

/** `%YAML 1.1`, `%TAG !handle! prefix`, or a line that means nothing. */
export function scanDirective(cursor: Cursor): ScannedDirective {
  cursor.forward();
  const start = cursor.offset;
  cursor.skipWhile(isNameCharacter);
  const name = cursor.since(start);
  if (name === '') cursor.fail('expected the name of a directive');
  expectBlank(cursor);
  const values = scanValues(name, cursor);
  skipLineEnd(cursor);
  return { name, values };
}

function scanValues(name: string, cursor: Cursor): string[] {
  switch (name) {
    case 'YAML':
      return [scanVersion(cursor)];
    case 'TAG':
      return scanTagDirective(cursor);
    default:
      cursor.skipWhile((code) => !isBreakOrEnd(code));
      return [];
  }
}

function scanVersion(cursor: Cursor): string {
  cursor.skipSpaces();
  const start = cursor.offset;
  cursor.skipWhile((code) => code !== SPACE && !isBreakOrEnd(code));
  const version = cursor.since(start);
  if (!/^\d+\.\d+$/.test(version)) cursor.fail('expected a version such as 1.1', start);
  return version;
}

function scanTagDirective(cursor: Cursor): string[] {
  cursor.skipSpaces();
  const handle = scanHandle(cursor);
  if (cursor.peek() !== SPACE) cursor.fail('expected a blank');
  cursor.skipSpaces();
  const prefix = scanUri(cursor);
  expectBlank(cursor);
  return [handle, prefix];
}

function expectBlank(cursor: Cursor): void {
  const code = cursor.peek();
  if (code !== SPACE && !isBreakOrEnd(code)) cursor.fail('expected a blank or the end of the line');
}
