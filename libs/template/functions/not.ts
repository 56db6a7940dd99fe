import type { Evaluation, Expression, FunctionCall } from '../expressions/expression';
import { UNKNOWN } from '../values';
import type { Value } from '../values';
import type { CallSite, FunctionDefinition } from './function-definition';
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
    return new Not(site.parse(argument, site.place), site);
  },
};

class Not implements FunctionCall {
  readonly operands: readonly Expression[];

  constructor(
    private readonly operand: Expression,
    private readonly site: CallSite,
  ) {
    this.operands = [operand];
  }

  evaluate(scope: Evaluation): Value {
    const truth = truthOfOperand(this.operand, this.site.place, scope);
    return truth === UNKNOWN ? UNKNOWN : !truth;
  }
}
