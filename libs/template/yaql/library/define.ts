import type { Call, YaqlFunction, Parameter, ParameterType } from '../runtime/yaql-function';
import { Stream } from '../values/value';
import type { YaqlValue } from '../values/value';

export function required<T>(name: string, type: ParameterType<T>): Parameter<T> {
  return { name, mode: 'required', type };
}

export function optional<T>(name: string, type: ParameterType<T>): Parameter<T | undefined> {
  return { name, mode: 'optional', type };
}

/** Any number of values. */
export function rest<T>(name: string, type: ParameterType<T>): Parameter<readonly T[]> {
  return { name, mode: 'rest', type };
}

/** Any number of `name => value`. */
export function named<T>(type: ParameterType<T>): Parameter<ReadonlyMap<string, T>> {
  return { name: 'name', mode: 'named', type };
}

type Values<P extends readonly Parameter<unknown>[]> = {
  readonly [I in keyof P]: P[I] extends Parameter<infer T> ? T : never;
};

type Run<P extends readonly Parameter<unknown>[]> = (values: Values<P>, call: Call) => YaqlValue;

type Definition = <const P extends readonly Parameter<unknown>[]>(
  name: string,
  parameters: P,
  run: Run<P>,
) => YaqlFunction;

/** Called as `f(x)`. */
export const fn: Definition = (name, parameters, run) =>
  define({ name, parameters, isFunction: true, isMethod: false }, run);

/** Called as `x.f()`, where `x` goes to the first parameter. */
export const method: Definition = (name, parameters, run) =>
  define({ name, parameters, isFunction: false, isMethod: true }, run);

/** Called either way. */
export const extension: Definition = (name, parameters, run) =>
  define({ name, parameters, isFunction: true, isMethod: true }, run);

type Form = Pick<YaqlFunction, 'name' | 'parameters' | 'isFunction' | 'isMethod'>;

function define<P extends readonly Parameter<unknown>[]>(form: Form, run: Run<P>): YaqlFunction {
  const { parameters } = form;
  const shape = {
    fixed: parameters.filter(({ mode }) => mode === 'required' || mode === 'optional'),
    rest: parameters.find(({ mode }) => mode === 'rest'),
    named: parameters.find(({ mode }) => mode === 'named'),
    isLazy: parameters.some(({ type }) => type.isLazy),
  };
  // What `values` are is what the parameters say, one by one.
  return { ...form, ...shape, takesPairs: false, run: (values, call) => run(values as unknown as Values<P>, call) };
}

/** To this function `a => b` is a value. */
export function takingPairs(spec: YaqlFunction): YaqlFunction {
  return { ...spec, takesPairs: true };
}

/** The function under another name too. */
export function alias(name: string, spec: YaqlFunction): YaqlFunction {
  return { ...spec, name };
}

/** An iterator over what a generator makes when it is asked to. */
export function stream(call: Call, items: Iterable<YaqlValue>): Stream {
  return new Stream(items[Symbol.iterator](), call.meter);
}
