import { assertNever } from '#contracts';
import type { Evaluation, Expression, FunctionCall } from './expression';

/** Visits every function call of an expression, outer ones before those inside them. */
export function forEachCall(expression: Expression, visit: (call: FunctionCall, name: string) => void): void {
  switch (expression.kind) {
    case 'literal':
    case 'omitted':
      return;
    case 'list':
      for (const item of expression.items) forEachCall(item, visit);
      return;
    case 'map':
      for (const [, value] of expression.entries) forEachCall(value, visit);
      return;
    case 'call':
      visit(expression.call, expression.name);
      for (const operand of expression.call.operands) forEachCall(operand, visit);
      return;
    default:
      assertNever(expression);
  }
}

/** Reports what is wrong with references, before anything is resolved. */
export function checkExpression(expression: Expression, scope: Evaluation): void {
  forEachCall(expression, (call) => call.check?.(scope));
}

/** Adds the resources that the expression refers to; those that the stack has not are reported. */
export function collectReferences(expression: Expression, scope: Evaluation, into: Set<string>): void {
  forEachCall(expression, (call) => {
    const resource = call.resource?.(scope);
    if (resource !== undefined && scope.hasResource(resource)) into.add(resource);
    call.checkReference?.(scope);
  });
}

/** Whether the expression's value may stand in a diagnostic: not where a hidden parameter or an attribute goes in. */
export function mayReveal(expression: Expression, scope: Evaluation): boolean {
  let reveals = true;
  forEachCall(expression, (call) => {
    reveals &&= call.reveals?.(scope) ?? true;
  });
  return reveals;
}
