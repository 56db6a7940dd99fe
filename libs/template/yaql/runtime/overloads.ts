import { valueFault } from '../fault';
import { bindArguments, mapArguments, withNames } from './arguments';
import type { Arguments, Bound, Mapping } from './arguments';
import type { YaqlFunction, Given, ParameterType } from './yaql-function';

interface Candidate {
  readonly spec: YaqlFunction;
  readonly mapping: Mapping;
}

/** The function of several that takes what a call is given, with that. */
export interface Choice {
  readonly spec: YaqlFunction;
  readonly bound: readonly Bound[];
}

/**
 * Chooses among functions of one name as YAQL does: those that the arguments might fit, then, once these are
 * evaluated, the one that they do fit, nearer ones first. `undefined` where none fits.
 */
export function chooseFunction(
  levels: readonly (readonly YaqlFunction[])[],
  positional: readonly Given[],
  named: ReadonlyMap<string, Given>,
  evaluated: (given: Given) => Given,
): Choice | undefined {
  const specs = levels.flat();
  const takesPairs = specs[0]?.takesPairs ?? false;
  if (specs.some((spec) => spec.takesPairs !== takesPairs)) throw ambiguous();
  const given = takesPairs ? { positional, named } : withNames(positional, named);
  const candidates = levels.map((level) => candidatesOf(level, given));
  const lazy = lazyArguments(candidates.flat());
  if (lazy === undefined) return undefined;
  const values: Arguments = {
    positional: given.positional.map((item, index) => (lazy.has(index) ? item : evaluated(item))),
    named: new Map([...given.named].map(([name, item]) => [name, lazy.has(name) ? item : evaluated(item)])),
  };
  for (const level of candidates) {
    const choice = chooseOf(level, values);
    if (choice !== undefined) return choice;
  }
  return undefined;
}

function candidatesOf(level: readonly YaqlFunction[], given: Arguments): Candidate[] {
  return level.flatMap((spec) => {
    const mapping = mapArguments(spec, given);
    return mapping === undefined ? [] : [{ spec, mapping }];
  });
}

/** Which arguments are left unevaluated, on which all functions must agree; `undefined` where there is no function. */
function lazyArguments(candidates: readonly Candidate[]): ReadonlySet<number | string> | undefined {
  const [first, ...others] = candidates.map(({ mapping }) => lazyOf(mapping));
  if (first !== undefined && others.some((lazy) => !isSame(lazy, first))) throw ambiguous();
  return first;
}

function lazyOf({ positional, named }: Mapping): ReadonlySet<number | string> {
  const lazy = new Set<number | string>();
  for (const [index, type] of positional.entries()) if (type.isLazy) lazy.add(index);
  for (const [name, type] of named) if (type.isLazy) lazy.add(name);
  return lazy;
}

function isSame(a: ReadonlySet<number | string>, b: ReadonlySet<number | string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}

function chooseOf(level: readonly Candidate[], values: Arguments): Choice | undefined {
  let winner: (Candidate & Choice) | undefined;
  for (const { spec, mapping } of level) {
    const bound = bindArguments(spec, values);
    if (bound === undefined || (winner !== undefined && isNarrower(winner.mapping, mapping))) continue;
    if (winner !== undefined && !isNarrower(mapping, winner.mapping)) throw ambiguous();
    winner = { spec, mapping, bound };
  }
  return winner;
}

/** Whether one function asks for something narrower than the other, and for nothing wider. */
function isNarrower(a: Mapping, b: Mapping): boolean {
  const pairs = a.positional.map((type, index) => [type, b.positional[index]] as const);
  if (pairs.some(([own, other]) => other !== undefined && isPartOf(other, own))) return false;
  return pairs.some(([own, other]) => other !== undefined && isPartOf(own, other));
}

function isPartOf(type: ParameterType<unknown>, wider: ParameterType<unknown>): boolean {
  return (
    type.lineage.length > wider.lineage.length && wider.lineage.every((kind, index) => kind === type.lineage[index])
  );
}

function ambiguous(): Error {
  return valueFault('more than one function fits what it is given');
}
