import { isBlank, isBlankOrEnd, isBreakOrEnd, isNameCharacter } from './characters';
import type { Cursor } from './cursor';
import { skipLineEnd } from './scan-block-scalar';
import { scanHandle, scanPrefix } from './scan-tag';

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
  cursor.skipWhile(isBlank);
  const start = cursor.offset;
  cursor.skipWhile((code) => !isBlankOrEnd(code));
  const version = cursor.since(start);
  if (!/^\d+\.\d+$/.test(version)) cursor.fail('expected a version such as 1.1', start);
  return version;
}

function scanTagDirective(cursor: Cursor): string[] {
  cursor.skipWhile(isBlank);
  const handle = scanHandle(cursor);
  if (!isBlank(cursor.peek())) cursor.fail('expected a blank');
  cursor.skipWhile(isBlank);
  const prefix = scanPrefix(cursor);
  expectBlank(cursor);
  return [handle, prefix];
}

function expectBlank(cursor: Cursor): void {
  if (!isBlankOrEnd(cursor.peek())) cursor.fail('expected a blank or the end of the line');
}
