import { kindOf } from '../diagnostics/describe';
import { evaluate } from '../expressions/evaluate';
import type { Evaluation, Expression, FunctionCall } from '../expressions/expression';
import { listItems } from '../expressions/operands';
import { UNKNOWN } from '../values';
import type { Value } from '../values';
import type { CallSite, FunctionDefinition } from './function-definition';

/**
 * `Fn::Split: [delimiter, text]`
 * (https://docs.openstack.org/heat/latest/template_guide/functions.html#fn-split).
 */
export const split: FunctionDefinition = {
  name: 'Fn::Split',
  description: 'The parts of a text between delimiters',
  parse: (argument, site) => {
    const [delimiter, text, ...rest] = listItems(site.parse(argument, site.place)) ?? [];
    if (delimiter !== undefined && text !== undefined && rest.length === 0) return new Split(delimiter, text, site);
    return site.faults.refuse(site.place, 'expected a list of the form [delimiter, text]');
  },
};

class Split implements FunctionCall {
  readonly operands: readonly Expression[];

  constructor(
    private readonly delimiter: Expression,
    private readonly text: Expression,
    private readonly site: CallSite,
  ) {
    this.operands = [delimiter, text];
  }

  evaluate(scope: Evaluation): Value {
    const text = evaluate(this.text, scope);
    // Heat looks at the delimiter as it is written.
    const delimiter = this.delimiter.kind === 'literal' ? this.delimiter.value : null;
    if (typeof delimiter !== 'string' || delimiter === '') {
      return scope.report(this.site.place.at(0), 'expected a text that is not empty, and not made by a function');
    }
    if (text === UNKNOWN) return UNKNOWN;
    if (typeof text === 'string') return text.split(delimiter);
    return scope.report(this.site.place.at(1), `expected a text, found ${kindOf(text)}`);
  }
}
