import type { Cursor } from './cursor';

/** Where something begins that will be a key if a colon follows. */
export interface SimpleKey {
  /** The number of its first token. */
  readonly token: number;
  /** It cannot be anything but a key. */
  readonly required: boolean;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A key stands on one line, and is no longer than this. */
const LONGEST_KEY = 1024;

/** What may turn out to be keys, one at most in each level of brackets. */
export class SimpleKeys {
  private readonly keys: (SimpleKey | undefined)[] = [];

  constructor(private readonly cursor: Cursor) {}

  save(level: number, token: number, required: boolean): void {
    this.drop(level);
    const { offset, line, column } = this.cursor;
    this.keys[level] = { token, required, offset, line, column };
  }

  take(level: number): SimpleKey | undefined {
    const key = this.keys[level];
    this.keys[level] = undefined;
    return key;
  }

  /** It was no key, which is an error where it had to be one. */
  drop(level: number): void {
    this.forget(level);
    // Nothing waits in brackets that are closed.
    if (this.keys.length > level + 1) this.keys.length = level + 1;
  }

  dropStale(): void {
    const { line, offset } = this.cursor;
    for (let level = 0; level < this.keys.length; level += 1) {
      const key = this.keys[level];
      if (key !== undefined && (key.line !== line || offset - key.offset > LONGEST_KEY)) this.forget(level);
    }
  }

  /** The number of the earliest token that may be a key: outer keys came before inner ones. */
  firstToken(): number | undefined {
    for (let level = 0; level < this.keys.length; level += 1) {
      const key = this.keys[level];
      if (key !== undefined) return key.token;
    }
    return undefined;
  }

  clear(): void {
    this.keys.length = 0;
  }

  private forget(level: number): void {
    const key = this.take(level);
    if (key?.required === true) this.cursor.fail('expected `:` behind the key', key.offset);
  }
}
