import { kindOf } from '../diagnostics/describe';
import { didYouMean } from '../diagnostics/suggestion';
import { evaluate } from '../expressions/evaluate';
import type { Evaluation, Expression, FunctionCall } from '../expressions/expression';
import { mapEntries } from '../expressions/operands';
import { mayReveal } from '../expressions/walk';
import type { ExactJson } from '../json';
import { isKnown, UNKNOWN } from '../values';
import type { Value } from '../values';
import { evaluateYaql, parseYaql, YaqlFault } from '../yaql';
import type { Syntax } from '../yaql';
import type { CallSite, FunctionDefinition } from './function-definition';

/**
 * `yaql: {expression: text, data: value}`: what the expression makes of the data, which it knows as `$.data`
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#yaql).
 */
export const yaql: FunctionDefinition = {
  name: 'yaql',
  description: 'What a YAQL expression makes of some data',
  parse: (argument, site) => {
    const entries = mapEntries(site.parse(argument, site.place));
    const expression = entries?.get('expression');
    if (entries === undefined || expression === undefined) {
      return site.faults.refuse(site.place, 'expected a map of `expression` and `data`');
    }
    const unknown = [...entries.keys()].find((key) => !KEYS.includes(key));
    if (unknown !== undefined) {
      return site.faults.refuse(site.place, `unknown key \`${unknown}\`${didYouMean(unknown, KEYS)}`);
    }
    return new Yaql(expression, entries.get('data') ?? NO_DATA, site);
  },
};

const KEYS = ['expression', 'data'];
const NO_DATA: Expression = { kind: 'literal', value: {} };

/** An expression as it was parsed, or what is wrong with it. */
type Parsed = { readonly syntax: Syntax } | { readonly fault: string };

class Yaql implements FunctionCall {
  readonly operands: readonly Expression[];
  /** Of an expression that stands in the template itself; others are parsed when they are known. */
  private readonly parsed: Parsed | undefined;

  constructor(
    private readonly expression: Expression,
    private readonly data: Expression,
    private readonly site: CallSite,
  ) {
    this.operands = [expression, data];
    this.parsed = expression.kind === 'call' ? undefined : parse(expression);
  }

  check(scope: Evaluation): void {
    if (this.parsed !== undefined && 'fault' in this.parsed) this.report(this.parsed.fault, scope);
  }

  evaluate(scope: Evaluation): Value {
    const parsed = this.parsed ?? this.parseResolved(scope);
    const data = evaluate(this.data, scope);
    if (parsed === UNKNOWN || !isKnown(data)) return UNKNOWN;
    return 'fault' in parsed ? this.report(parsed.fault, scope) : this.resolve(parsed.syntax, data, scope);
  }

  private parseResolved(scope: Evaluation): Parsed | typeof UNKNOWN {
    const value = evaluate(this.expression, scope);
    return value === UNKNOWN ? UNKNOWN : parse({ kind: 'literal', value: isKnown(value) ? value : null });
  }

  private resolve(syntax: Syntax, data: ExactJson, scope: Evaluation): Value {
    try {
      return evaluateYaql(syntax, { data }, scope.limits.resolvedCharacters);
    } catch (error) {
      if (!(error instanceof YaqlFault)) throw error;
      return this.report(describeFault(error, mayReveal(this.data, scope)), scope);
    }
  }

  private report(detail: string, scope: Evaluation): Value {
    const shown = mayReveal(this.expression, scope) ? detail : 'the expression cannot be evaluated';
    return scope.report(this.site.place.at('expression'), shown);
  }
}

function parse(expression: Expression): Parsed {
  const text = expression.kind === 'literal' ? expression.value : {};
  if (typeof text !== 'string') return { fault: `expected a text, found ${kindOf(text)}` };
  try {
    return { syntax: parseYaql(text) };
  } catch (error) {
    if (!(error instanceof YaqlFault)) throw error;
    return { fault: describeFault(error, true) };
  }
}

function describeFault({ detail, discreet, at }: YaqlFault, reveals: boolean): string {
  const where = at === undefined ? '' : ` (character ${at + 1} of the expression)`;
  return `${reveals ? detail : (discreet ?? detail)}${where}`;
}
