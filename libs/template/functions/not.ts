import type { Place } from '../diagnostics/place';
import type { Evaluation, Expression, FunctionCall } from '../expressions/expression';
import { listItems } from '../expressions/operands';
import { UNKNOWN } from '../values';
import type { Value } from '../values';
import type { FunctionDefinition } from './function-definition';
import { truthOfOperand } from './truth-of-operand';

/**
 * `not: condition`; in conditions
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#not).
 */
export const not: FunctionDefinition = {
  name: 'not',
  description: 'Whether a condition is false',
  parse: (argument, site) => {
    if (argument === null) return site.faults.refuse(site.place, 'expected a condition');
    return new Not(site.parse(argument, site.place), site.place);
  },
};

/**
 * `Fn::Not: [condition]`; in conditions
 * (https://docs.openstack.org/heat/latest/template_guide/functions.html).
 */
export const notOneOf: FunctionDefinition = {
  ...not,
  name: 'Fn::Not',
  parse: (argument, site) => {
    const [operand, ...rest] = listItems(site.parse(argument, site.place)) ?? [];
    if (operand !== undefined && rest.length === 0) return new Not(operand, site.place.at(0));
    return site.faults.refuse(site.place, 'expected a list of one condition');
  },
};

class Not implements FunctionCall {
  readonly operands: readonly Expression[];

  constructor(
    private readonly operand: Expression,
    private readonly place: Place,
  ) {
    this.operands = [operand];
  }

  evaluate(scope: Evaluation): Value {
    const truth = truthOfOperand(this.operand, this.place, scope);
    return truth === UNKNOWN ? UNKNOWN : !truth;
  }
}
