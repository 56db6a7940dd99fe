import type { Argument, Syntax } from '../syntax/syntax-tree';
import type { Frame, YaqlValue } from '../values/value';
import type { Meter } from './meter';

/** What a call is given in one place: a part of the expression, which may never be evaluated, or a value. */
export type Given = { readonly syntax: Exclude<Argument, { kind: 'blank' }> } | { readonly value: YaqlValue };

/** As `f(x)`, or as `x.f()`. */
export type CallingWay = 'function' | 'method';

/** Variables and functions by name, as far as they can be seen from one place of an expression. */
export interface Scope extends Frame {
  child(): Scope;
  set(name: string, value: YaqlValue): void;
  get(name: string): YaqlValue;
  define(spec: YaqlFunction): void;
  /** The functions of a name that may be called in a way, those of the nearest scope first. */
  functionsOf(name: string, way: CallingWay): readonly (readonly YaqlFunction[])[];
  functionNames(): Iterable<string>;
}

/** A call while its function runs. */
export interface Call {
  readonly meter: Meter;
  /** Of the call alone: what is set in it is seen by the expressions that it was given. */
  readonly scope: Scope;
  readonly receiver: YaqlValue | undefined;
  evaluate(syntax: Syntax, scope: Scope): YaqlValue;
  /** Calls a function by its name, or a method where there is a receiver. */
  invoke(name: string, values: readonly YaqlValue[], options?: InvokeOptions): YaqlValue;
}

export interface InvokeOptions {
  readonly receiver?: YaqlValue;
  readonly named?: ReadonlyMap<string, YaqlValue>;
}

/** What a parameter takes, and what its function gets to see of it. */
export interface ParameterType<out T> {
  /** Whether what is given is left as it is, for the function to evaluate or not. */
  readonly isLazy: boolean;
  /** The kinds that it stands for, from wide to narrow: of two functions that match, the one that asks for less is left. */
  readonly lineage: readonly string[];
  /** What is not evaluated yet is admitted, as it might fit. */
  admits(given: Given): boolean;
  take(given: Given, call: Call): T;
}

export interface Parameter<out T> {
  readonly name: string;
  /** `rest` stands for any number of values, `named` for any number of `name => value`. */
  readonly mode: 'required' | 'optional' | 'rest' | 'named';
  readonly type: ParameterType<unknown>;
  /** Never there: tells the compiler what the function gets. */
  readonly gives?: T;
}

/** A function of the language. There may be several of a name, which differ in what they take. */
export interface YaqlFunction {
  readonly name: string;
  readonly parameters: readonly Parameter<unknown>[];
  /** The parameters that take one value each. */
  readonly fixed: readonly Parameter<unknown>[];
  readonly rest: Parameter<unknown> | undefined;
  readonly named: Parameter<unknown> | undefined;
  /** Some parameter takes an expression as it is. */
  readonly isLazy: boolean;
  /** May be called as `f(x)`. */
  readonly isFunction: boolean;
  /** May be called as `x.f()`. */
  readonly isMethod: boolean;
  /** `a => b` is a value to it, not the name of a parameter with its value. */
  readonly takesPairs: boolean;
  /** `values` has one for each parameter: `undefined` where it was left out, a list or map of all for `rest` and `named`. */
  run(values: readonly unknown[], call: Call): YaqlValue;
}
