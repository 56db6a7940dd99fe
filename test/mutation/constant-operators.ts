import ts from 'typescript';
import { replace } from './change';
import type { Operator } from './change';

const breakBoolean: Operator = (node, file) => {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return replace(node, file, 'false');
  return node.kind === ts.SyntaxKind.FalseKeyword ? replace(node, file, 'true') : [];
};

/** One more and one less, so that bounds are tried on both sides. */
const breakNumber: Operator = (node, file) => {
  if (!ts.isNumericLiteral(node)) return [];
  const value = Number(node.getText(file).replaceAll('_', ''));
  return replace(node, file, String(value + 1), ...(value > 0 ? [String(value - 1)] : []));
};

const breakText: Operator = (node, file) => {
  if (ts.isTemplateExpression(node)) return replace(node, file, "''");
  if (!ts.isStringLiteral(node) && !ts.isNoSubstitutionTemplateLiteral(node)) return [];
  return replace(node, file, node.text === '' ? "'broken'" : "''");
};

const breakList: Operator = (node, file) =>
  ts.isArrayLiteralExpression(node) && node.elements.length > 0 ? replace(node, file, '[]') : [];

/** In regular expressions anchors go, and classes are turned round. */
const PATTERN_CHANGES: readonly (readonly [pattern: RegExp, replacement: (found: string) => string])[] = [
  [/(?<=^\/)\^/g, () => ''],
  [/\$(?=\/[a-z]*$)/g, () => ''],
  [/\\[dDsSwW]/g, (found) => (found === found.toLowerCase() ? found.toUpperCase() : found.toLowerCase())],
  [/(?<!\\)\[\^/g, () => '['],
  [/(?<!\\)\[(?!\^)/g, () => '[^'],
  [/(?<=[\])\w])\+/g, () => '*'],
];

const breakPattern: Operator = (node, file) => {
  if (node.kind !== ts.SyntaxKind.RegularExpressionLiteral) return [];
  const text = node.getText(file);
  const start = node.getStart(file);
  return PATTERN_CHANGES.flatMap(([pattern, replacement]) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
      start: start + index,
      end: start + index + found.length,
      replacement: replacement(found),
    })),
  );
};

export const CONSTANT_OPERATORS: readonly Operator[] = [breakBoolean, breakNumber, breakText, breakList, breakPattern];
