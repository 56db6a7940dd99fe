import type { Evaluation, FunctionCall } from '../expressions/expression';
import { UNKNOWN } from '../values';
import type { Value } from '../values';
import type { CallSite, FunctionDefinition } from './function-definition';

/** A function that earlier versions of the language had: using it is a fault, not a plain map. */
export function removed(name: string, last: string): FunctionDefinition {
  const detail = `the function \`${name}\` is not in this version of the language; ${last} was the last to have it`;
  return { name, description: 'No longer there', removed: true, parse: (_, site) => new Unavailable(detail, site) };
}

class Unavailable implements FunctionCall {
  readonly operands = [];

  constructor(
    private readonly detail: string,
    private readonly site: CallSite,
  ) {}

  check(scope: Evaluation): void {
    scope.report(this.site.place, this.detail);
  }

  evaluate(): Value {
    return UNKNOWN;
  }
}
