import { kindOf } from '../diagnostics/describe';
import { didYouMean } from '../diagnostics/suggestion';
import { evaluate } from '../expressions/evaluate';
import type { Evaluation, Expression, FunctionCall } from '../expressions/expression';
import { UNKNOWN } from '../values';
import type { Value } from '../values';
import { followPath } from './follow-path';
import type { CallSite, FunctionDefinition } from './function-definition';

/**
 * `get_param: name` or `get_param: [name, key or index, …]`. A path that leads nowhere gives an empty
 * text (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#get-param).
 */
export const getParam: FunctionDefinition = {
  name: 'get_param',
  description: 'The value of a parameter, or what lies at a path inside it',
  parse: (argument, site) => new GetParam(site.parse(argument, site.place), site),
};

class GetParam implements FunctionCall {
  readonly operands: readonly Expression[];

  constructor(
    private readonly argument: Expression,
    private readonly site: CallSite,
  ) {
    this.operands = [argument];
  }

  evaluate(scope: Evaluation): Value {
    const argument = evaluate(this.argument, scope);
    const [name, ...path]: Value[] = Array.isArray(argument) ? argument : [argument];
    if (name === UNKNOWN) return UNKNOWN;
    if (typeof name !== 'string' || name === '') {
      return scope.report(this.site.place, `expected the name of a parameter, found ${kindOf(name ?? null)}`);
    }
    const value = scope.parameter(name);
    if (value === undefined) return this.reportMissing(name, scope);
    const found = followPath(value, path, { indexTexts: true });
    return found === undefined ? '' : found;
  }

  private reportMissing(name: string, scope: Evaluation): Value {
    const nearest = (): string => didYouMean(name, scope.parameterNames());
    return scope.report(this.site.place, () => `there is no parameter \`${name}\`${nearest()}`);
  }

  reveals(scope: Evaluation): boolean {
    if (this.argument.kind === 'call') return false;
    const argument = evaluate(this.argument, scope);
    const name = Array.isArray(argument) ? argument[0] : argument;
    return typeof name !== 'string' || !scope.isHidden(name);
  }
}
