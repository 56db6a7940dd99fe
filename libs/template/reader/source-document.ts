import type { Step } from '../diagnostics/place';
import type { ExactJson, ExactObject } from '../json';

/** Lines and columns count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A text that was read, or a value that came as one. */
export interface SourceDocument {
  readonly value: ExactJson;
  /**
   * Where in the text the value at the end of `path` stands, or the deepest thing on the way to it
   * that is there; `undefined` where there was no text. Costs a walk, so it is for diagnostics only.
   */
  locate(path: readonly Step[]): Position | undefined;
  /** Whether the key of a map inside the value is a text there too, and not a number, say, that became one. */
  isText(map: ExactObject, key: string): boolean;
}

/** All keys of JSON are. */
export function isAlwaysText(): boolean {
  return true;
}

/** Why a text could not be read. */
export interface ReadFault {
  readonly detail: string;
  readonly position?: Position;
}

export type Reading =
  | { readonly ok: true; readonly document: SourceDocument }
  | { readonly ok: false; readonly faults: readonly ReadFault[] };

export function readFault(detail: string, position?: Position): Reading {
  return { ok: false, faults: [position === undefined ? { detail } : { detail, position }] };
}
