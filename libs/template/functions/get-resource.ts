import { kindOf } from '../diagnostics/describe';
import { didYouMean } from '../diagnostics/suggestion';
import { evaluate } from '../expressions/evaluate';
import type { Evaluation, Expression, FunctionCall } from '../expressions/expression';
import { UNKNOWN } from '../values';
import type { Value } from '../values';
import type { CallSite, FunctionDefinition } from './function-definition';

/**
 * `get_resource: name`: as a rule the physical id
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#get-resource).
 */
export const getResource: FunctionDefinition = {
  name: 'get_resource',
  description: 'The reference id of a resource of the same stack',
  parse: (argument, site) => new GetResource(site.parse(argument, site.place), site),
};

export class GetResource implements FunctionCall {
  readonly operands: readonly Expression[];

  constructor(
    private readonly argument: Expression,
    private readonly site: CallSite,
  ) {
    this.operands = [argument];
  }

  resource(scope: Evaluation): string | undefined {
    const name = evaluate(this.argument, scope);
    return typeof name === 'string' ? name : undefined;
  }

  checkReference(scope: Evaluation): void {
    this.evaluate(scope);
  }

  evaluate(scope: Evaluation): Value {
    const name = evaluate(this.argument, scope);
    if (name === UNKNOWN) return UNKNOWN;
    if (typeof name !== 'string') {
      return scope.report(this.site.place, `expected the name of a resource, found ${kindOf(name)}`);
    }
    if (scope.hasResource(name)) return scope.reference(name);
    return scope.report(this.site.place, () => noResource(name, scope));
  }
}

/** Also said where the resource is in the template, but its condition is false. */
export function noResource(name: string, scope: Evaluation): string {
  return `there is no resource \`${name}\`${didYouMean(name, scope.resourceNames())}`;
}
