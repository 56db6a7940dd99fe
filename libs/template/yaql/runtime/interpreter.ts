import { assertNever } from '#contracts';
import { YaqlFault } from '../fault';
import type { Argument, Syntax } from '../syntax/syntax-tree';
import type { YaqlValue } from '../values/value';
import { admit } from './admit';
import { givenOf } from './arguments';
import type { Bound } from './arguments';
import type { Call, Given, InvokeOptions, ParameterType, Scope } from './yaql-function';
import { member } from './member';
import type { Meter } from './meter';
import { noFunction, noMatch } from './unmatched';
import { chooseFunction } from './overloads';
import { Pair } from '../values/value';

const NO_NAMES: ReadonlyMap<string, Given> = new Map();

type Operation = Extract<Syntax, { kind: 'unary' | 'binary' | 'index' | 'list' | 'map' }>;

/** What is called, and with what. */
interface Request {
  readonly name: string;
  readonly given: readonly Given[];
  readonly named: ReadonlyMap<string, Given>;
  readonly receiver: YaqlValue | undefined;
}

/** Evaluates expressions, as far as `meter` lets it. Throws a `YaqlFault` where something is wrong. */
export class Interpreter {
  constructor(readonly meter: Meter) {}

  evaluate(syntax: Syntax, scope: Scope): YaqlValue {
    this.meter.enter();
    try {
      return this.valueOf(syntax, scope);
    } catch (error) {
      // The innermost place is the one to be told.
      if (error instanceof YaqlFault) error.at ??= syntax.at;
      throw error;
    } finally {
      this.meter.leave();
    }
  }

  private valueOf(syntax: Syntax, scope: Scope): YaqlValue {
    switch (syntax.kind) {
      case 'constant':
        return syntax.value;
      case 'keyword':
        return syntax.name;
      case 'variable':
        return admit(scope.get(syntax.name), this.meter);
      case 'parentheses':
        return this.evaluate(syntax.inner, scope);
      case 'call':
        return this.call(syntax.name, syntax.items, scope);
      default:
        return this.operation(syntax, scope);
    }
  }

  /** Operators are functions too. */
  private operation(syntax: Operation, scope: Scope): YaqlValue {
    switch (syntax.kind) {
      case 'unary':
        return this.call(`#unary_operator_${syntax.operator}`, [syntax.operand], scope);
      case 'binary':
        return this.binary(syntax, scope);
      case 'index':
        return this.call('#indexer', [syntax.target, ...syntax.items], scope);
      case 'list':
      case 'map':
        return this.call(`#${syntax.kind}`, syntax.items, scope);
      default:
        return assertNever(syntax);
    }
  }

  private binary({ operator, left, right }: Extract<Syntax, { kind: 'binary' }>, scope: Scope): YaqlValue {
    switch (operator) {
      case '.':
      case '?.':
        return this.memberOf(left, right, operator === '?.', scope);
      case '=':
        return this.call('*equal', [left, right], scope);
      case '!=':
        return this.call('*not_equal', [left, right], scope);
      default:
        return this.call(`#operator_${operator}`, [left, right], scope);
    }
  }

  private memberOf(left: Syntax, right: Syntax, isForgiving: boolean, scope: Scope): YaqlValue {
    const receiver = this.evaluate(left, scope);
    if (isForgiving && receiver === null) return null;
    if (right.kind !== 'call') return admit(member(receiver, right, this.meter), this.meter);
    try {
      return this.run({ name: right.name, given: right.items.map(givenOf), named: NO_NAMES, receiver }, scope);
    } catch (error) {
      if (error instanceof YaqlFault) error.at ??= right.at;
      throw error;
    }
  }

  private call(name: string, items: readonly Argument[], scope: Scope): YaqlValue {
    return this.run({ name, given: items.map(givenOf), named: NO_NAMES, receiver: undefined }, scope);
  }

  run({ name, receiver, given, named }: Request, scope: Scope): YaqlValue {
    const levels = scope.functionsOf(name, receiver === undefined ? 'function' : 'method');
    if (levels.length === 0) throw noFunction(name, receiver, scope);
    const positional = receiver === undefined ? given : [{ value: receiver }, ...given];
    const choice = chooseFunction(levels, { positional, named }, (item) => this.evaluated(item, scope));
    if (!('spec' in choice)) throw noMatch(levels.flat(), choice);
    const call = new OpenCall(this, scope, receiver);
    const values = choice.spec.parameters.map(({ type }, index) => taken(choice.bound[index], type, call));
    return admit(choice.spec.run(values, call), this.meter);
  }

  private evaluated(given: Given, scope: Scope): Given {
    if ('value' in given) return given;
    const { syntax } = given;
    if (syntax.kind !== 'rule') return { value: this.evaluate(syntax, scope) };
    return { value: new Pair(this.evaluate(syntax.source, scope), this.evaluate(syntax.destination, scope)) };
  }
}

/** What a function sees of what it is given. */
function taken(bound: Bound[number], type: ParameterType<unknown>, call: Call): unknown {
  if (bound === undefined) return undefined;
  if (bound instanceof Map) return new Map([...bound].map(([name, given]) => [name, type.take(given as Given, call)]));
  return Array.isArray(bound) ? bound.map((given: Given) => type.take(given, call)) : type.take(bound as Given, call);
}

class OpenCall implements Call {
  private own: Scope | undefined;

  constructor(
    private readonly interpreter: Interpreter,
    private readonly outer: Scope,
    readonly receiver: YaqlValue | undefined,
  ) {}

  get meter(): Meter {
    return this.interpreter.meter;
  }

  /** Most calls need none, so it is made when it is asked for. */
  get scope(): Scope {
    this.own ??= this.outer.child();
    return this.own;
  }

  evaluate(syntax: Syntax, scope: Scope): YaqlValue {
    return this.interpreter.evaluate(syntax, scope);
  }

  invoke(name: string, values: readonly YaqlValue[], { receiver, named }: InvokeOptions = {}): YaqlValue {
    const given = values.map((value) => ({ value }));
    const names = new Map([...(named ?? [])].map(([key, value]) => [key, { value }]));
    this.meter.enter();
    try {
      return this.interpreter.run({ name, given, named: names, receiver }, this.scope);
    } finally {
      this.meter.leave();
    }
  }
}
