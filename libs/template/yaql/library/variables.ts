import { valueFault, unmatchedFault } from '../fault';
import { checkMemory } from '../runtime/admit';
import type { Call, YaqlFunction } from '../runtime/yaql-function';
import { isTrue } from '../values/truth';
import { BLANK, Memorized } from '../values/value';
import type { YaqlValue } from '../values/value';
import { listSize } from '../values/size';
import { fn, method, named, optional, required, rest } from './define';
import { ANY, COLLECTION, LAMBDA, MAP, NAMED_LAMBDA, SCOPED_LAMBDA, SEQUENCE, TEXT, VARIABLES } from './types';
import type { NamedLambda } from './types';
import { firstOf } from './queries/filters';

/** Functions that set variables for what stands behind `->`, define functions, or call one by its name. */
export const VARIABLE_FUNCTIONS: readonly YaqlFunction[] = [
  fn('let', [rest('args', ANY), named(ANY)], ([values, names], call) => {
    setNumbered(call, values);
    for (const [name, value] of names) call.scope.set(name, value);
    return call.scope;
  }),
  fn('with', [rest('args', ANY)], ([values], call) => {
    setNumbered(call, values);
    return call.scope;
  }),
  method('unpack', [required('sequence', COLLECTION), rest('args', TEXT)], ([items, names], call) => {
    if (names.length === 0) setNumbered(call, items);
    else setNamed(call, [...firstOf(items, BigInt(names.length + 1))], names);
    return call.scope;
  }),
  fn('def', [required('name', TEXT), required('func', NAMED_LAMBDA)], ([name, body], call) => {
    call.scope.define(userFunction(name, body));
    return call.scope;
  }),
  fn('#operator_->', [required('left', VARIABLES), required('right', SCOPED_LAMBDA)], ([variables, expression]) =>
    expression(variables),
  ),
  method(
    'assert',
    [required('obj', ANY), required('condition', LAMBDA), optional('message', TEXT)],
    ([value, condition, message = 'an assertion of the expression does not hold'], { meter }) => {
      const again =
        typeof value === 'object' && value?.kind === 'stream'
          ? new Memorized(value, (count) => checkMemory(listSize(count), meter))
          : value;
      if (!isTrue(condition(again))) throw valueFault(message, 'an assertion of the expression does not hold');
      return again;
    },
  ),
  fn(
    'call',
    [required('name', TEXT), required('args', SEQUENCE), required('kwargs', MAP), optional('receiver', ANY)],
    ([name, { items }, { entries }, receiver = BLANK], call) =>
      call.invoke(name, items, { named: namesOf([...entries.values()]), ...(receiver === BLANK ? {} : { receiver }) }),
  ),
];

function setNumbered(call: Call, values: Iterable<YaqlValue>): void {
  let number = 0;
  for (const value of values) {
    number += 1;
    call.scope.set(String(number), value);
  }
}

function setNamed(call: Call, values: readonly YaqlValue[], names: readonly string[]): void {
  if (values.length !== names.length) throw valueFault(`the list has not just ${names.length} items for as many names`);
  for (const [index, name] of names.entries()) call.scope.set(name, values[index] ?? null);
}

function userFunction(name: string, body: NamedLambda): YaqlFunction {
  return fn(camelCase(name), [rest('args', ANY), named(ANY)], ([values, names]) => body(values, names));
}

/** YAQL makes its own style of all names that functions are registered under, also by an expression. */
function camelCase(name: string): string {
  if (!/^\p{L}/u.test(name)) return name;
  return name.replace(/_+$/, '').replace(/(?<!^)_([\p{L}\p{N}_])/gu, (_, letter: string) => letter.toUpperCase());
}

function namesOf(entries: readonly (readonly [YaqlValue, YaqlValue])[]): ReadonlyMap<string, YaqlValue> {
  return new Map(
    entries.map(([name, value]) => {
      if (typeof name !== 'string') throw unmatchedFault('the name of a parameter must be a text');
      return [name, value] as const;
    }),
  );
}
