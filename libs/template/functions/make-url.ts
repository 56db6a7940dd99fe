import { kindOf } from '../diagnostics/describe';
import type { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import { evaluate } from '../expressions/evaluate';
import type { Evaluation, Expression, FunctionCall } from '../expressions/expression';
import { mapEntries } from '../expressions/operands';
import { pythonInt } from '../text/python-int';
import { isKnown, isMap, UNKNOWN } from '../values';
import type { Unknown, Value } from '../values';
import type { CallSite, FunctionDefinition } from './function-definition';
import { composeUrl } from './compose-url';

const TEXT_PARTS = ['scheme', 'username', 'password', 'host', 'path', 'fragment'] as const;
const PARTS: readonly string[] = [...TEXT_PARTS, 'port', 'query'];

/**
 * `make_url: {scheme, username, password, host, port, path, query, fragment}`, each of which may be left out
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#make-url).
 */
export const makeUrl: FunctionDefinition = {
  name: 'make_url',
  description: 'A URL made of its parts',
  parse: (argument, site) => new MakeUrl(site.parse(argument, site.place), site),
};

class MakeUrl implements FunctionCall {
  readonly operands: readonly Expression[];
  private readonly parts: ReadonlyMap<string, Expression> | undefined;

  constructor(
    argument: Expression,
    private readonly site: CallSite,
  ) {
    this.operands = [argument];
    const parts = mapEntries(argument);
    this.parts = parts && new Map([...parts].filter(([, part]) => part.kind !== 'omitted'));
  }

  check(scope: Evaluation): void {
    const { place } = this.site;
    if (this.parts === undefined) {
      scope.report(place, 'expected a map of the parts of a URL');
      return;
    }
    for (const [name, part] of this.parts) {
      if (!PARTS.includes(name))
        scope.report(place.at(name), () => `a URL has no part \`${name}\`${didYouMean(name, PARTS)}`);
      // What functions make is looked at when they are evaluated.
      else if (part.kind !== 'call') checkPart(name, part.kind === 'literal' ? part.value : {}, place, scope);
    }
  }

  evaluate(scope: Evaluation): Value {
    const parts = new Map<string, Value>();
    for (const [name, part] of this.parts ?? []) {
      const value = evaluate(part, scope);
      const usable = value !== UNKNOWN && checkPart(name, value, this.site.place, scope);
      if (!usable || !isKnown(value)) return UNKNOWN;
      parts.set(name, value);
    }
    return this.compose(parts, scope);
  }

  private compose(parts: ReadonlyMap<string, Value>, scope: Evaluation): Value {
    const scheme = parts.get('scheme');
    if (typeof scheme === 'string' && scheme.includes(':')) {
      return scope.report(this.site.place.at('scheme'), 'a scheme must not contain `:`');
    }
    if (this.parts === undefined) return UNKNOWN;
    const url = composeUrl(Object.fromEntries(parts));
    const limit = scope.limits.resolvedCharacters;
    if (url.length <= limit) return url;
    return scope.report(this.site.place, `the URL becomes larger than the limit of ${limit} characters`);
  }
}

/** Whether the value can be that part of a URL; what cannot is reported. */
function checkPart(name: string, value: Exclude<Value, Unknown>, place: Place, scope: Evaluation): boolean {
  const expected = name === 'port' ? portFault(value) : name === 'query' ? queryFault(value) : textFault(value);
  if (expected !== undefined) scope.report(place.at(name), `expected ${expected}, found ${kindOf(value)}`);
  return expected === undefined;
}

/** As Heat takes them: what Python's `int()` makes of it is a port, and the URL has it as it is. */
function portFault(value: Value): string | undefined {
  const port = typeof value === 'boolean' ? undefined : pythonInt(value);
  return port !== undefined && port >= 1 && port <= 65_535 ? undefined : 'a port from 1 to 65535';
}

function queryFault(value: Value): string | undefined {
  return isMap(value) ? undefined : 'a map';
}

function textFault(value: Value): string | undefined {
  return typeof value === 'string' ? undefined : 'a text';
}
