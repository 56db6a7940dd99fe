import { valueFault } from '../fault';
import type { Argument, Syntax } from '../syntax/syntax-tree';
import { BLANK } from '../values/value';
import type { YaqlFunction, Given, Parameter, ParameterType } from './yaql-function';

/** What a call is given, before it is known which function takes it. */
export interface Arguments {
  readonly positional: readonly Given[];
  readonly named: ReadonlyMap<string, Given>;
}

/** Which parameter type each argument of a call goes to. */
export interface Mapping {
  readonly positional: readonly ParameterType<unknown>[];
  readonly named: ReadonlyMap<string, ParameterType<unknown>>;
}

/** What each parameter of a function is given, in their order: one thing or nothing, or all of many. */
export type Bound = readonly (Given | undefined | readonly Given[] | ReadonlyMap<string, Given>)[];

export function givenOf(argument: Argument): Given {
  return argument.kind === 'blank' ? { value: BLANK } : { syntax: argument };
}

function isBlank(given: Given): boolean {
  return 'value' in given && given.value === BLANK;
}

/** Takes each `name => value` for a named argument, which to most functions it is; of one name the last counts. */
export function withNames(given: readonly Given[], named: ReadonlyMap<string, Given>): Arguments {
  if (!given.some((item) => 'syntax' in item && item.syntax.kind === 'rule')) return { positional: given, named };
  const positional: Given[] = [];
  const all = new Map(named);
  for (const item of given) {
    if (!('syntax' in item) || item.syntax.kind !== 'rule') positional.push(item);
    else all.set(parameterName(item.syntax.source), { syntax: item.syntax.destination });
  }
  return { positional, named: all };
}

function parameterName(source: Syntax): string {
  if (source.kind === 'keyword') return source.name;
  throw valueFault('what stands before `=>` in a call must be the name of a parameter');
}

/** Which parameters the arguments go to; `undefined` where they do not fit the function. */
export function mapArguments(spec: YaqlFunction, { positional, named }: Arguments): Mapping | undefined {
  const types: ParameterType<unknown>[] = [];
  for (const [index, given] of positional.entries()) {
    const type = (spec.fixed[index] ?? spec.rest)?.type;
    const isDefault = index < spec.fixed.length && isBlank(given);
    if (type === undefined || !(isDefault || type.admits(given))) return undefined;
    types.push(type);
  }
  const byName = mapNames(spec, { positional, named });
  return byName === undefined ? undefined : { positional: types, named: byName };
}

function mapNames(spec: YaqlFunction, { positional, named }: Arguments): Mapping['named'] | undefined {
  const byName = new Map<string, ParameterType<unknown>>();
  for (const [index, parameter] of spec.fixed.entries()) {
    const isNamed = named.has(parameter.name);
    if (isNamed) byName.set(parameter.name, parameter.type);
    if (!isGivenOnce(parameter, positional[index], isNamed)) return undefined;
  }
  for (const name of named.keys()) {
    if (byName.has(name)) continue;
    if (spec.named === undefined) return undefined;
    byName.set(name, spec.named.type);
  }
  return byName;
}

/** Or not at all, where it may be left out. */
function isGivenOnce({ mode }: Parameter<unknown>, given: Given | undefined, isNamed: boolean): boolean {
  const isPositional = given !== undefined && !isBlank(given);
  return isPositional ? !isNamed : isNamed || mode === 'optional';
}

/** What each parameter is given; `undefined` where, now that all is evaluated, it does not fit. */
export function bindArguments(spec: YaqlFunction, { positional, named }: Arguments): Bound | undefined {
  if (spec.rest === undefined && positional.length > spec.fixed.length) return undefined;
  const bound: Bound[number][] = [];
  let names = 0;
  for (const [index, parameter] of spec.fixed.entries()) {
    const ofName = named.get(parameter.name);
    const given = positional[index];
    if (!isGivenOnce(parameter, given, ofName !== undefined)) return undefined;
    const own = ofName ?? withoutBlank(given);
    if (own !== undefined && !parameter.type.admits(own)) return undefined;
    if (ofName !== undefined) names += 1;
    bound.push(own);
  }
  return bindRest(spec, { positional, named }, names, bound);
}

function withoutBlank(given: Given | undefined): Given | undefined {
  return given === undefined || isBlank(given) ? undefined : given;
}

/** Adds what is left over to what is bound, if the function takes it. */
function bindRest(
  spec: YaqlFunction,
  { positional, named }: Arguments,
  names: number,
  bound: Bound[number][],
): Bound | undefined {
  const { rest, named: further } = spec;
  if (rest !== undefined) {
    const items = positional.slice(spec.fixed.length);
    if (!items.every((given) => rest.type.admits(given))) return undefined;
    bound.push(items);
  }
  if (further === undefined) return names === named.size ? bound : undefined;
  const others = new Map(named);
  for (const { name } of spec.fixed) others.delete(name);
  if (![...others.values()].every((given) => further.type.admits(given))) return undefined;
  bound.push(others);
  return bound;
}
