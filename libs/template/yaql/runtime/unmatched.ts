import { didYouMean } from '../../diagnostics/suggestion';
import { unmatchedFault } from '../fault';
import { kindOf } from '../values/kinds';
import type { Arguments } from './arguments';
import type { YaqlValue } from '../values/value';
import type { YaqlFunction, Given, Parameter, Scope } from './yaql-function';

/** Functions that Python's library has and this one has not, as their answer would be another each time. */
const IMPURE: ReadonlySet<string> = new Set(['now', 'random', 'localtz']);

/** There is no function, or no method, of the name. */
export function noFunction(name: string, receiver: YaqlValue | undefined, scope: Scope): Error {
  if (IMPURE.has(name))
    return unmatchedFault(`\`${name}\` is not there: what it answers changes, and a template's values do not`);
  const others = scope.functionsOf(name, receiver === undefined ? 'method' : 'function');
  if (receiver === undefined) {
    const hint = others.length > 0 ? `; it is a method: \`x.${name}(…)\`` : didYouMean(name, namesOf(scope));
    return unmatchedFault(`there is no function \`${name}\`${hint}`, 'there is no such function');
  }
  const hint = others.length > 0 ? `; it is a function: \`${name}(…)\`` : didYouMean(name, namesOf(scope));
  return unmatchedFault(`there is no method \`${name}\`${hint}`, 'there is no such method');
}

/** Operators are functions too, but have no names. */
function namesOf(scope: Scope): string[] {
  return [...scope.functionNames()].filter((name) => /^\w/.test(name));
}

/** No function of the name takes what is given. */
export function noMatch(specs: readonly YaqlFunction[], { positional, named }: Arguments): Error {
  const given = [...positional, ...named.values()];
  const name = specs[0]?.name ?? '';
  const found = given.length === 0 ? 'nothing' : given.map(kindOfGiven).join(', ');
  const operator = operatorOf(name);
  if (operator !== undefined) return unmatchedFault(`\`${operator}\` cannot be used on ${found}`);
  const forms = specs.map((spec) => `\`${formOf(spec)}\``).join(' or ');
  return unmatchedFault(`\`${name}\` cannot be called with ${found}; it is ${forms}`);
}

function kindOfGiven(given: Given): string {
  if ('value' in given) return kindOf(given.value);
  return given.syntax.kind === 'rule' ? 'a `key => value`' : 'an expression';
}

function operatorOf(name: string): string | undefined {
  return (
    /^#(?:unary_)?operator_(.+)$/.exec(name)?.[1] ??
    { '#indexer': '[…]', '#list': '[…]', '#map': '{…}', '*equal': '=', '*not_equal': '!=' }[name]
  );
}

function formOf({ name, parameters, isFunction }: YaqlFunction): string {
  const shown = parameters.map(shownParameter);
  if (isFunction) return `${name}(${shown.join(', ')})`;
  return `${shown[0] ?? ''}.${name}(${shown.slice(1).join(', ')})`;
}

function shownParameter({ name, mode }: Parameter<unknown>): string {
  switch (mode) {
    case 'required':
      return name;
    case 'optional':
      return `[${name}]`;
    case 'rest':
      return `${name}…`;
    default:
      return `${name} => …`;
  }
}
