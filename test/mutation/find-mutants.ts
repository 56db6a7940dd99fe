import ts from 'typescript';
import { CALL_OPERATORS } from './call-operators';
import type { Change } from './change';
import { CONSTANT_OPERATORS } from './constant-operators';
import { EXPRESSION_OPERATORS } from './expression-operators';
import { functionsOf, parseSource } from './instrument';
import { STATEMENT_OPERATORS } from './statement-operators';

/** A source that is broken in one place. */
export interface Mutant extends Change {
  /** From 1 on. */
  readonly line: number;
  readonly column: number;
  /** What the change replaces. */
  readonly original: string;
  /** The line that it begins in, without blanks around it. */
  readonly code: string;
  /** The innermost function around it, by its position among them; `undefined` outside of all. */
  readonly within: number | undefined;
}

const OPERATORS = [...EXPRESSION_OPERATORS, ...CONSTANT_OPERATORS, ...STATEMENT_OPERATORS, ...CALL_OPERATORS];

/** Finds every mutant of a source; types, imports and names of properties are left alone. */
export function findMutants(name: string, text: string): Mutant[] {
  const file = parseSource(name, text);
  const lines = text.split('\n');
  const functions = functionsOf(file);
  const mutants: Mutant[] = [];
  const visit = (node: ts.Node, around: number | undefined): void => {
    if (isInert(node)) return;
    const within = functions.get(node) ?? around;
    const changes = OPERATORS.flatMap((operator) => operator(node, file));
    mutants.push(...changes.map((change) => ({ ...change, ...describeChange(change, file, lines), within })));
    ts.forEachChild(node, (child) => {
      if (!isName(child)) visit(child, within);
    });
  };
  visit(file, undefined);
  return mutants;
}

/** The broken text. */
export function applyMutant(text: string, { start, end, replacement }: Change): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

function describeChange(
  change: Change,
  file: ts.SourceFile,
  lines: readonly string[],
): Pick<Mutant, 'line' | 'column' | 'original' | 'code'> {
  const { line, character } = file.getLineAndCharacterOfPosition(change.start);
  const original = file.text.slice(change.start, change.end);
  return { line: line + 1, column: character + 1, original, code: (lines[line] ?? '').trim() };
}

/** What is gone when the program runs. */
function isInert(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isTypeParameterDeclaration(node) ||
    ts.isHeritageClause(node)
  );
}

/** Quoted names of properties, whose loss is that of the whole property. */
function isName(node: ts.Node): boolean {
  return ts.isPropertyAssignment(node.parent) && node.parent.name === node;
}
