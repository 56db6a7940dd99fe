import { kindOf } from '../diagnostics/describe';
import { didYouMean } from '../diagnostics/suggestion';
import { evaluate } from '../expressions/evaluate';
import type { Evaluation, Expression, FunctionCall } from '../expressions/expression';
import { UNKNOWN } from '../values';
import type { Value } from '../values';
import type { CallSite, FunctionDefinition } from './function-definition';

/**
 * `get_file: name`: what the request's `files` hold under just that name
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#get-file).
 */
export const getFile: FunctionDefinition = {
  name: 'get_file',
  description: 'The content of a file of the request',
  parse: (argument, site) => new GetFile(site.parse(argument, site.place), site),
};

class GetFile implements FunctionCall {
  readonly operands: readonly Expression[];

  constructor(
    private readonly argument: Expression,
    private readonly site: CallSite,
  ) {
    this.operands = [argument];
  }

  evaluate(scope: Evaluation): Value {
    const name = evaluate(this.argument, scope);
    if (name === UNKNOWN) return UNKNOWN;
    if (typeof name !== 'string') {
      return scope.report(this.site.place, `expected the name of a file, found ${kindOf(name)}`);
    }
    const content = scope.file(name);
    if (content !== undefined) return content;
    const nearest = (): string => didYouMean(name, scope.fileNames());
    return scope.report(this.site.place, () => `\`files\` has no file \`${name}\`${nearest()}`);
  }
}
