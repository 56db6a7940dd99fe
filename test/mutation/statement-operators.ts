import ts from 'typescript';
import { replace } from './change';
import type { Change, Operator } from './change';
import { settle } from './expression-operators';

/** Conditions come out one way whatever they say; loops are only kept from being entered. */
const breakCondition: Operator = (node, file) => {
  if (ts.isIfStatement(node)) return settle(node.expression, file);
  if (ts.isConditionalExpression(node)) return settle(node.condition, file);
  if (ts.isWhileStatement(node)) return replace(node.expression, file, 'false');
  if (ts.isForStatement(node) && node.condition !== undefined) return replace(node.condition, file, 'false');
  return ts.isForOfStatement(node) ? replace(node.expression, file, '[]') : [];
};

const breakReturn: Operator = (node, file) => {
  if (ts.isReturnStatement(node)) return loseValue(node.expression, file);
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) return loseValue(node.body, file);
  return [];
};

function loseValue(value: ts.Expression | undefined, file: ts.SourceFile): Change[] {
  return value === undefined || value.getText(file) === 'undefined' ? [] : replace(value, file, 'undefined');
}

/** Calls and assignments for their effect, and jumps, are left out. */
const leaveOut: Operator = (node, file) => {
  const leaves = ts.isReturnStatement(node) && node.expression === undefined;
  const isJump = leaves || ts.isBreakStatement(node) || ts.isContinueStatement(node);
  return isJump || ts.isExpressionStatement(node) ? replace(node, file, ';') : [];
};

export const STATEMENT_OPERATORS: readonly Operator[] = [breakCondition, breakReturn, leaveOut];
