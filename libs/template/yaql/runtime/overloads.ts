import { valueFault } from '../fault';
import { bindArguments, mapArguments, withNames } from './arguments';
import type { Arguments, Bound, Mapping } from './arguments';
import type { YaqlFunction, Given, ParameterType } from './yaql-function';

/** The function of several that takes what a call is given, with that. */
export interface Choice {
  readonly spec: YaqlFunction;
  readonly bound: Bound;
}

type Levels = readonly (readonly YaqlFunction[])[];

/** Makes a value of what is given, where it is an expression. */
type Evaluate = (given: Given) => Given;

/**
 * Chooses among functions of one name as YAQL does: those that the arguments might fit, then, once these are
 * evaluated, the one that they do fit, nearer ones first. Where none fits, what was given is answered, evaluated.
 */
export function chooseFunction(levels: Levels, given: Arguments, evaluate: Evaluate): Choice | Arguments {
  const specs = levels.flat();
  const takesPairs = specs.some((spec) => spec.takesPairs);
  if (takesPairs && !specs.every((spec) => spec.takesPairs)) throw ambiguous();
  const named = takesPairs ? given : withNames(given.positional, given.named);
  const isLazy = specs.some((spec) => spec.isLazy);
  const values = isLazy ? evaluatedButLazy(specs, named, evaluate) : evaluated(named, evaluate, NONE);
  if (values === undefined) return named;
  for (const level of levels) {
    const choice = chooseOf(level, named, values);
    if (choice !== undefined) return choice;
  }
  return values;
}

const NONE: ReadonlySet<number | string> = new Set();

function evaluated(given: Arguments, evaluate: Evaluate, lazy: ReadonlySet<number | string>): Arguments {
  return {
    positional: given.positional.map((item, index) => (lazy.has(index) ? item : evaluate(item))),
    named: new Map([...given.named].map(([name, item]) => [name, lazy.has(name) ? item : evaluate(item)])),
  };
}

/** All functions that might fit must agree on what is left unevaluated; `undefined` where there are none. */
function evaluatedButLazy(specs: readonly YaqlFunction[], given: Arguments, evaluate: Evaluate): Arguments | undefined {
  const mappings = specs.flatMap((spec) => mapArguments(spec, given) ?? []);
  const [first, ...others] = mappings.map(lazyOf);
  if (first === undefined) return undefined;
  if (others.some((lazy) => !isSame(lazy, first))) throw ambiguous();
  return evaluated(given, evaluate, first);
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

function chooseOf(level: readonly YaqlFunction[], given: Arguments, values: Arguments): Choice | undefined {
  let winner: Choice | undefined;
  for (const spec of level) {
    const bound = bindArguments(spec, values);
    if (bound === undefined) continue;
    winner = winner === undefined ? { spec, bound } : narrower(winner, { spec, bound }, given);
  }
  return winner;
}

function narrower(a: Choice, b: Choice, given: Arguments): Choice {
  const pairs = pairsOf(typesOf(a, given), typesOf(b, given));
  const [isLeft, isRight] = [
    pairs.some(([left, right]) => isPartOf(left, right)),
    pairs.some(([left, right]) => isPartOf(right, left)),
  ];
  // One must ask for something narrower than the other, and for nothing wider.
  if (isLeft === isRight) throw ambiguous();
  return isLeft ? a : b;
}

type Types = readonly ParameterType<unknown>[];

function typesOf({ spec }: Choice, given: Arguments): Types {
  return mapArguments(spec, given)?.positional ?? [];
}

function pairsOf(left: Types, right: Types): (readonly [ParameterType<unknown>, ParameterType<unknown>])[] {
  return left.map((type, index) => [type, right[index] ?? type]);
}

function isPartOf(type: ParameterType<unknown>, wider: ParameterType<unknown>): boolean {
  return (
    type.lineage.length > wider.lineage.length && wider.lineage.every((kind, index) => kind === type.lineage[index])
  );
}

function ambiguous(): Error {
  return valueFault('more than one function fits what it is given');
}
