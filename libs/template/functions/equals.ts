import { equalValues } from '../equal-values';
import { evaluate } from '../expressions/evaluate';
import type { Evaluation, Expression, FunctionCall } from '../expressions/expression';
import { listItems } from '../expressions/operands';
import { isKnown, UNKNOWN } from '../values';
import type { Value } from '../values';
import type { FunctionDefinition } from './function-definition';

/**
 * `equals: [value, value]`, as Python's `==` has it; in conditions
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#equals).
 */
export const equals: FunctionDefinition = {
  name: 'equals',
  description: 'Whether two values are equal',
  parse: (argument, site) => {
    const [left, right, ...rest] = listItems(site.parse(argument, site.place)) ?? [];
    if (left !== undefined && right !== undefined && rest.length === 0) return new Equals([left, right]);
    return site.faults.refuse(site.place, 'expected a list of two values');
  },
};

class Equals implements FunctionCall {
  constructor(readonly operands: readonly [Expression, Expression]) {}

  evaluate(scope: Evaluation): Value {
    const left = evaluate(this.operands[0], scope);
    const right = evaluate(this.operands[1], scope);
    return isKnown(left) && isKnown(right) ? equalValues(left, right) : UNKNOWN;
  }
}
