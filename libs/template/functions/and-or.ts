import type { Evaluation, Expression, FunctionCall } from '../expressions/expression';
import { listItems } from '../expressions/operands';
import { UNKNOWN } from '../values';
import type { Value } from '../values';
import type { CallSite, FunctionDefinition } from './function-definition';
import { truthOfOperand } from './truth-of-operand';

/**
 * `and: [condition, condition, …]`; in conditions. What stands behind a false one is not looked at
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#and).
 */
export const and = define('and', 'Whether all of several conditions are true', false);

/**
 * `or: [condition, condition, …]`; in conditions. What stands behind a true one is not looked at
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#or).
 */
export const or = define('or', 'Whether one of several conditions is true', true);

function define(name: string, description: string, decisive: boolean): FunctionDefinition {
  return {
    name,
    description,
    parse: (argument, site) => {
      const operands = listItems(site.parse(argument, site.place));
      if (operands !== undefined && operands.length >= 2) return new Junction(operands, decisive, site);
      return site.faults.refuse(site.place, 'expected a list of two or more conditions');
    },
  };
}

class Junction implements FunctionCall {
  constructor(
    readonly operands: readonly Expression[],
    /** The truth of one operand that settles the matter. */
    private readonly decisive: boolean,
    private readonly site: CallSite,
  ) {}

  evaluate(scope: Evaluation): Value {
    let known = true;
    for (const [index, operand] of this.operands.entries()) {
      const truth = truthOfOperand(operand, this.site.place.at(index), scope);
      if (truth === this.decisive) return truth;
      if (truth === UNKNOWN) known = false;
    }
    return known ? !this.decisive : UNKNOWN;
  }
}
