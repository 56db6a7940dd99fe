import { kindOf } from '../diagnostics/describe';
import { didYouMean } from '../diagnostics/suggestion';
import { evaluate } from '../expressions/evaluate';
import type { Evaluation, Expression, FunctionCall } from '../expressions/expression';
import { isCollection } from '../json';
import { UNKNOWN } from '../values';
import type { Value } from '../values';
import type { CallSite, FunctionDefinition } from './function-definition';
import { GetResource } from './get-resource';

/**
 * `Ref: name`: a resource's reference where the template has a resource of that name, or else a
 * parameter's value (https://docs.openstack.org/heat/latest/template_guide/functions.html#ref).
 */
export const ref: FunctionDefinition = {
  name: 'Ref',
  description: 'The reference of a resource of the same stack, or the value of a parameter',
  parse: (argument, site) => {
    const name = site.parse(argument, site.place);
    if (name.kind === 'literal' && !isCollection(name.value)) return new Ref(name, site);
    return site.faults.refuse(site.place, 'expected a name: here it cannot be a list, a map or made by a function');
  },
};

/** In conditions there are parameters only, and functions may make their names. */
export const refToParameter: FunctionDefinition = {
  name: 'Ref',
  description: 'The value of a parameter',
  parse: (argument, site) => new RefToParameter(site.parse(argument, site.place), site, false),
};

class RefToParameter implements FunctionCall {
  readonly operands: readonly Expression[];

  constructor(
    private readonly argument: Expression,
    private readonly site: CallSite,
    /** Whether a resource may be meant as well. */
    private readonly orResource: boolean,
  ) {
    this.operands = [argument];
  }

  evaluate(scope: Evaluation): Value {
    const name = evaluate(this.argument, scope);
    if (name === UNKNOWN) return UNKNOWN;
    if (typeof name !== 'string') {
      return scope.report(this.site.place, `expected the name of a parameter, found ${kindOf(name)}`);
    }
    const value = scope.parameter(name);
    if (value !== undefined) return value;
    const resources = this.orResource ? [...scope.resourceNames()] : [];
    const nearest = (): string => didYouMean(name, [...scope.parameterNames(), ...resources]);
    const what = this.orResource ? 'parameter or resource' : 'parameter';
    return scope.report(this.site.place, () => `there is no ${what} \`${name}\`${nearest()}`);
  }

  reveals(scope: Evaluation): boolean {
    const name = evaluate(this.argument, scope);
    return typeof name !== 'string' || !scope.isHidden(name);
  }
}

class Ref implements FunctionCall {
  readonly operands = [];
  private readonly toResource: FunctionCall;
  private readonly toParameter: FunctionCall;

  constructor(
    private readonly name: Expression,
    site: CallSite,
  ) {
    this.toResource = new GetResource(name, site);
    this.toParameter = new RefToParameter(name, site, true);
  }

  resource(scope: Evaluation): string | undefined {
    return this.meant(scope).resource?.(scope);
  }

  checkReference(scope: Evaluation): void {
    this.meant(scope).checkReference?.(scope);
  }

  evaluate(scope: Evaluation): Value {
    return this.meant(scope).evaluate(scope);
  }

  reveals(scope: Evaluation): boolean {
    return this.meant(scope).reveals?.(scope) ?? true;
  }

  /** A resource also where its condition is false, so that the reference to it is a fault, as to Heat. */
  private meant(scope: Evaluation): FunctionCall {
    const name = evaluate(this.name, scope);
    return typeof name === 'string' && scope.declaresResource(name) ? this.toResource : this.toParameter;
  }
}
