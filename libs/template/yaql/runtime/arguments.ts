import { valueFault } from '../fault';
import type { Argument } from '../syntax/syntax-tree';
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

export function givenOf(argument: Argument): Given {
  return argument.kind === 'blank' ? { value: BLANK } : { syntax: argument };
}

export function isBlank(given: Given): boolean {
  return 'value' in given && given.value === BLANK;
}

/** Takes each `name => value` for a named argument, which to most functions it is. */
export function withNames(given: readonly Given[], named: ReadonlyMap<string, Given>): Arguments {
  const positional: Given[] = [];
  const all = new Map<string, Given>();
  for (const item of given) {
    if (!('syntax' in item) || item.syntax.kind !== 'rule') positional.push(item);
    else if (item.syntax.source.kind === 'keyword')
      all.set(item.syntax.source.name, { syntax: item.syntax.destination });
    else throw valueFault('what stands before `=>` in a call must be the name of a parameter');
  }
  for (const [name, value] of named) {
    if (all.has(name)) throw valueFault(`the parameter \`${name}\` is given twice`);
    all.set(name, value);
  }
  return { positional, named: all };
}

/** Which parameters the arguments go to; `undefined` where they do not fit the function. */
export function mapArguments(spec: YaqlFunction, { positional, named }: Arguments): Mapping | undefined {
  const fixed = fixedOf(spec);
  const rest = restOf(spec)?.type;
  const types = positional.map((_, index) => fixed[index]?.type ?? rest);
  const byName = new Map<string, ParameterType<unknown>>();
  for (const [index, parameter] of fixed.entries()) {
    const isNamed = named.has(parameter.name);
    if (isNamed) byName.set(parameter.name, parameter.type);
    if (!isGivenOnce(parameter, positional[index], isNamed)) return undefined;
  }
  if (!mapFurtherNames(spec, named, byName)) return undefined;
  return fits(types, positional, fixed.length) ? { positional: types, named: byName } : undefined;
}

/** Or not at all, where it may be left out. */
function isGivenOnce({ mode }: Parameter<unknown>, given: Given | undefined, isNamed: boolean): boolean {
  const isPositional = given !== undefined && !isBlank(given);
  return isPositional ? !isNamed : isNamed || mode === 'optional';
}

function mapFurtherNames(
  spec: YaqlFunction,
  named: ReadonlyMap<string, Given>,
  into: Map<string, ParameterType<unknown>>,
): boolean {
  const further = spec.parameters.find(({ mode }) => mode === 'named')?.type;
  for (const name of named.keys()) {
    if (into.has(name)) continue;
    if (further === undefined) return false;
    into.set(name, further);
  }
  return true;
}

function fits(
  types: readonly (ParameterType<unknown> | undefined)[],
  positional: readonly Given[],
  fixed: number,
): types is readonly ParameterType<unknown>[] {
  return positional.every((given, index) => {
    const isDefault = index < fixed && isBlank(given);
    return types[index] !== undefined && (isDefault || types[index].admits(given));
  });
}

/** What each parameter is given; `undefined` where, now that all is evaluated, it does not fit. */
export function bindArguments(spec: YaqlFunction, { positional, named }: Arguments): readonly Bound[] | undefined {
  const further = new Map(named);
  const bound: Bound[] = [];
  const fixed = fixedOf(spec);
  for (const [index, parameter] of fixed.entries()) {
    const given = positional[index];
    const own = given === undefined || isBlank(given) ? named.get(parameter.name) : given;
    further.delete(parameter.name);
    bound.push({ parameter, given: own });
  }
  const rest = restOf(spec);
  if (rest !== undefined) bound.push({ parameter: rest, items: positional.slice(fixed.length) });
  const names = spec.parameters.find(({ mode }) => mode === 'named');
  if (names !== undefined) bound.push({ parameter: names, names: further });
  return bound.every(isAdmitted) ? bound : undefined;
}

/** A parameter with what it is given: one thing or nothing, or many. */
export type Bound = { readonly parameter: Parameter<unknown> } & (
  | { readonly given: Given | undefined }
  | { readonly items: readonly Given[] }
  | { readonly names: ReadonlyMap<string, Given> }
);

function isAdmitted(bound: Bound): boolean {
  const { type } = bound.parameter;
  if ('items' in bound) return bound.items.every((given) => type.admits(given));
  if ('names' in bound) return [...bound.names.values()].every((given) => type.admits(given));
  return bound.given === undefined || type.admits(bound.given);
}

function fixedOf(spec: YaqlFunction): readonly Parameter<unknown>[] {
  return spec.parameters.filter(({ mode }) => mode === 'required' || mode === 'optional');
}

function restOf(spec: YaqlFunction): Parameter<unknown> | undefined {
  return spec.parameters.find(({ mode }) => mode === 'rest');
}
