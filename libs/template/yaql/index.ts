export { evaluateYaql } from './evaluate-yaql';
export { YaqlFault } from './fault';
export { parseYaql } from './syntax/parser';
export type { Syntax } from './syntax/syntax-tree';
