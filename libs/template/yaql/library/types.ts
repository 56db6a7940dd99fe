import { limited } from '../runtime/limited';
import { admit } from '../runtime/admit';
import type { Call, Given, ParameterType, Scope } from '../runtime/yaql-function';
import type { Collection } from '../values/kinds';
import { isCollection, isDictionary, isIterator, isKind, isSequence, isSetLike } from '../values/kinds';
import type { Moment, Ordering, Pair, Pattern, Span, YaqlObject, YaqlValue } from '../values/value';

/** A type of values: what it takes is evaluated before its function runs. */
function valueType<T extends YaqlValue>(
  is: (value: YaqlValue) => value is T,
  lineage: readonly string[] = [],
): ParameterType<T> {
  return {
    isLazy: false,
    lineage: ['anything', ...lineage],
    admits: (given) => admits(given, is),
    take: (given, call) => admit(valueOf(given) as T, call.meter),
  };
}

/** An expression that is not evaluated yet might fit; a constant is known. */
function admits(given: Given, is: (value: YaqlValue) => boolean): boolean {
  if ('value' in given) return is(given.value);
  const { syntax } = given;
  if (syntax.kind === 'constant') return is(syntax.value);
  return syntax.kind === 'keyword' ? is(syntax.name) : true;
}

/** By the time it is taken, all is evaluated that a type of values is given. */
function valueOf(given: Given): YaqlValue {
  return 'value' in given ? given.value : null;
}

function orNull<T extends YaqlValue>(is: (value: YaqlValue) => value is T) {
  return (value: YaqlValue): value is T | null => value === null || is(value);
}

function converted<T extends YaqlValue, U>(type: ParameterType<T>, convert: (value: T) => U): ParameterType<U> {
  return { ...type, take: (given, call) => convert(type.take(given, call)) };
}

const ofKind =
  <K extends YaqlObject['kind']>(kind: K) =>
  (value: YaqlValue): value is Extract<YaqlObject, { kind: K }> =>
    isKind(value, kind);

const isText = (value: YaqlValue): value is string => typeof value === 'string';
const isBoolean = (value: YaqlValue): value is boolean => typeof value === 'boolean';
/** To Python, booleans are integers. */
const isInteger = (value: YaqlValue): value is bigint | boolean => typeof value === 'bigint' || isBoolean(value);
const isNumber = (value: YaqlValue): value is bigint | number => typeof value === 'bigint' || typeof value === 'number';
const isAny = (_value: YaqlValue): _value is YaqlValue => true;
const isCollectionButSet = (value: YaqlValue): value is Collection => isCollection(value) && !isSetLike(value);

export const ANY = valueType(isAny);
export const NOT_NULL = valueType((value): value is YaqlValue => value !== null);
export const NULL = valueType((value): value is null => value === null);
export const TEXT = valueType(isText);
export const TEXT_OR_NULL = valueType(orNull(isText));
export const BOOLEAN = valueType(isBoolean);
export const BOOLEAN_OR_NULL = valueType(orNull(isBoolean));
export const INTEGER = converted(valueType(isInteger), BigInt);
export const INTEGER_OR_NULL = converted(valueType(orNull(isInteger)), (value) =>
  value === null ? undefined : BigInt(value),
);
/** As `INTEGER`, and one can see whether it was a boolean. */
export const BITS = valueType(isInteger);
export const STRICT_INTEGER = valueType((value): value is bigint => typeof value === 'bigint');
export const NUMBER = valueType(isNumber);
export const NUMBER_OR_NULL = valueType(orNull(isNumber));
export const SEQUENCE = valueType(isSequence, ['collection', 'sequence']);
export const MAP = valueType(isDictionary);
export const SET = valueType(isSetLike, ['collection', 'set']);
export const ITERATOR = valueType(isIterator, ['collection', 'iterator']);
export const ORDERING: ParameterType<Ordering> = valueType(ofKind('ordering'));
export const PATTERN: ParameterType<Pattern> = valueType(ofKind('pattern'));
export const MOMENT: ParameterType<Moment> = valueType(ofKind('moment'));
export const SPAN: ParameterType<Span> = valueType(ofKind('span'));
export const PAIR: ParameterType<Pair> = valueType(ofKind('pair'), ['pair']);
/** There is one kind of variables only. */
export const VARIABLES = valueType((value): value is Scope => isKind(value, 'frame'));

/** Of what a function goes through it sees no more than the limit of items. */
export const COLLECTION = collectionType(isCollection);
export const COLLECTION_BUT_SET = collectionType(isCollectionButSet);

function collectionType(is: (value: YaqlValue) => value is Collection): ParameterType<Collection> {
  const type = valueType(is, ['collection']);
  return { ...type, take: (given, call) => limited(type.take(given, call), call.meter) };
}

/** An expression as a function: each call has its variables `$1`, which is `$`, `$2` and so on. */
export type Lambda = (...values: readonly YaqlValue[]) => YaqlValue;

/** As `Lambda`, with further variables by their names. */
export type NamedLambda = (values: readonly YaqlValue[], names: ReadonlyMap<string, YaqlValue>) => YaqlValue;

export const NAMED_LAMBDA: ParameterType<NamedLambda> = {
  isLazy: true,
  lineage: [],
  admits: (given) => !('syntax' in given) || given.syntax.kind !== 'rule',
  take: (given, call) => (values, names) => {
    const scope = call.scope.child();
    for (const [index, value] of values.entries()) scope.set(`$${index + 1}`, value);
    for (const [name, value] of names) scope.set(name, value);
    return result(given, scope, call);
  },
};

const NO_NAMES: ReadonlyMap<string, YaqlValue> = new Map();

export const LAMBDA: ParameterType<Lambda> = {
  ...NAMED_LAMBDA,
  take: (given, call) => {
    const lambda = NAMED_LAMBDA.take(given, call);
    return (...values) => lambda(values, NO_NAMES);
  },
};

/** An expression to be evaluated with the variables that its function sets. */
export type ScopedLambda = (scope: Call['scope']) => YaqlValue;

export const SCOPED_LAMBDA: ParameterType<ScopedLambda> = {
  ...LAMBDA,
  take: (given, call) => (scope) => result(given, scope, call),
};

function result(given: Given, scope: Call['scope'], call: Call): YaqlValue {
  if ('value' in given) return given.value;
  return given.syntax.kind === 'rule' ? null : call.evaluate(given.syntax, scope);
}

/** `a => b`, each side evaluated only when it is asked for. */
export interface Branch {
  source(): YaqlValue;
  destination(): YaqlValue;
}

export const BRANCH: ParameterType<Branch> = {
  isLazy: true,
  lineage: [],
  admits: (given) => 'syntax' in given && given.syntax.kind === 'rule',
  take: (given, call) => ({
    source: () => sideOf(given, 'source', call),
    destination: () => sideOf(given, 'destination', call),
  }),
};

function sideOf(given: Given, side: 'source' | 'destination', call: Call): YaqlValue {
  if (!('syntax' in given) || given.syntax.kind !== 'rule') return null;
  return call.evaluate(given.syntax[side], call.scope);
}
