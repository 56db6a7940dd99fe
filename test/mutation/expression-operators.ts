import ts from 'typescript';
import { replace } from './change';
import type { Change, Operator } from './change';

/** What becomes of an operator: its opposite, and for bounds the neighbour too. */
const OTHER_OPERATORS: Readonly<Partial<Record<ts.SyntaxKind, readonly string[]>>> = {
  [ts.SyntaxKind.PlusToken]: ['-'],
  [ts.SyntaxKind.MinusToken]: ['+'],
  [ts.SyntaxKind.AsteriskToken]: ['/'],
  [ts.SyntaxKind.SlashToken]: ['*'],
  [ts.SyntaxKind.PercentToken]: ['*'],
  [ts.SyntaxKind.LessThanToken]: ['<=', '>='],
  [ts.SyntaxKind.LessThanEqualsToken]: ['<', '>'],
  [ts.SyntaxKind.GreaterThanToken]: ['>=', '<='],
  [ts.SyntaxKind.GreaterThanEqualsToken]: ['>', '<'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: ['!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: ['==='],
  [ts.SyntaxKind.AmpersandAmpersandToken]: ['||'],
  [ts.SyntaxKind.BarBarToken]: ['&&'],
  [ts.SyntaxKind.AmpersandToken]: ['|'],
  [ts.SyntaxKind.BarToken]: ['&'],
  [ts.SyntaxKind.CaretToken]: ['&'],
  [ts.SyntaxKind.LessThanLessThanToken]: ['>>'],
  [ts.SyntaxKind.GreaterThanGreaterThanToken]: ['<<'],
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken]: ['<<'],
  [ts.SyntaxKind.PlusEqualsToken]: ['-='],
  [ts.SyntaxKind.MinusEqualsToken]: ['+='],
  [ts.SyntaxKind.AmpersandAmpersandEqualsToken]: ['='],
  [ts.SyntaxKind.BarBarEqualsToken]: ['='],
  [ts.SyntaxKind.QuestionQuestionEqualsToken]: ['='],
};

/** Those of which each side alone is tried as well: each must count for something. */
const EITHER_SIDE: readonly ts.SyntaxKind[] = [
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
];

const breakBinary: Operator = (node, file) => {
  if (!ts.isBinaryExpression(node)) return [];
  const { operatorToken, left, right } = node;
  const others = replace(operatorToken, file, ...(OTHER_OPERATORS[operatorToken.kind] ?? []));
  if (!EITHER_SIDE.includes(operatorToken.kind)) return others;
  return [...others, ...replace(node, file, left.getText(file), right.getText(file))];
};

/** `!x` becomes `x`, `-x` becomes `x`, and what counts up counts down. */
const breakUnary: Operator = (node, file) => {
  if (!ts.isPrefixUnaryExpression(node) && !ts.isPostfixUnaryExpression(node)) return [];
  const operand = node.operand.getText(file);
  const isPrefix = ts.isPrefixUnaryExpression(node);
  switch (node.operator) {
    case ts.SyntaxKind.PlusPlusToken:
      return replace(node, file, isPrefix ? `--${operand}` : `${operand}--`);
    case ts.SyntaxKind.MinusMinusToken:
      return replace(node, file, isPrefix ? `++${operand}` : `${operand}++`);
    default:
      return replace(node, file, operand);
  }
};

/** `a?.b` becomes `a.b`. */
const breakOptionalChain: Operator = (node, file) => {
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node) && !ts.isCallExpression(node))
    return [];
  const { questionDotToken } = node;
  if (questionDotToken === undefined) return [];
  return replace(questionDotToken, file, ts.isPropertyAccessExpression(node) ? '.' : '');
};

export const EXPRESSION_OPERATORS: readonly Operator[] = [breakBinary, breakUnary, breakOptionalChain];

/** A condition is taken for settled, one way and the other. */
export function settle(condition: ts.Expression, file: ts.SourceFile): Change[] {
  const isLiteral = condition.kind === ts.SyntaxKind.TrueKeyword || condition.kind === ts.SyntaxKind.FalseKeyword;
  return isLiteral ? [] : replace(condition, file, 'true', 'false');
}
