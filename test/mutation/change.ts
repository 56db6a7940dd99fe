import type ts from 'typescript';

/** One way to break a text: what stands from `start` to `end` is replaced. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** Finds the ways in which a node may be broken; those inside it are found by themselves. */
export type Operator = (node: ts.Node, file: ts.SourceFile) => readonly Change[];

/** Puts something else in place of a node. */
export function replace(node: ts.Node, file: ts.SourceFile, ...replacements: readonly string[]): Change[] {
  const [start, end] = [node.getStart(file), node.getEnd()];
  return replacements.map((replacement) => ({ start, end, replacement }));
}
