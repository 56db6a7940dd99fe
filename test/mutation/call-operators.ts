import ts from 'typescript';
import { replace } from './change';
import type { Operator } from './change';

/** Methods that are exchanged for their like. */
const OTHER_METHODS: Readonly<Record<string, string>> = {
  ...{ every: 'some', some: 'every', startsWith: 'endsWith', endsWith: 'startsWith', min: 'max', max: 'min' },
  ...{ indexOf: 'lastIndexOf', lastIndexOf: 'indexOf', find: 'findLast', findLast: 'find', findIndex: 'findLastIndex' },
  ...{ floor: 'ceil', ceil: 'floor', trunc: 'ceil', round: 'floor', isInteger: 'isFinite', flatMap: 'map' },
  ...{ toLowerCase: 'toUpperCase', toUpperCase: 'toLowerCase', replaceAll: 'replace', shift: 'pop', pop: 'shift' },
};

/** Methods without which a value may stay as it is. */
const DISPENSABLE: ReadonlySet<string> = new Set([
  ...['filter', 'flat', 'map', 'reverse', 'slice', 'sort', 'toReversed', 'toSorted', 'trim', 'trimStart', 'trimEnd'],
  ...['toLowerCase', 'toUpperCase', 'replace', 'replaceAll', 'padStart', 'padEnd', 'normalize'],
]);

const breakCall: Operator = (node, file) => {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { name, expression } = node.expression;
  const other = Object.hasOwn(OTHER_METHODS, name.text) ? OTHER_METHODS[name.text] : undefined;
  return [
    ...(other === undefined ? [] : replace(name, file, other)),
    ...(DISPENSABLE.has(name.text) ? replace(node, file, expression.getText(file)) : []),
  ];
};

export const CALL_OPERATORS: readonly Operator[] = [breakCall];
