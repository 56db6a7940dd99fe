import type { YaqlValue } from '../values/value';
import type { CallingWay, Scope, YaqlFunction } from './yaql-function';

type Functions = Readonly<Record<CallingWay, YaqlFunction[]>>;

/** A scope that adds to, and hides, what its parent has. */
export class Context implements Scope {
  readonly kind = 'frame';
  private variables: Map<string, YaqlValue> | undefined;
  private functions: Map<string, Functions> | undefined;
  /** The nearest behind this one in which functions are defined: most contexts have none. */
  private readonly defining: Context | undefined;

  constructor(private readonly parent: Context | undefined) {
    this.defining = parent?.functions === undefined ? parent?.defining : parent;
  }

  child(): Context {
    return new Context(this);
  }

  /** With or without its `$`; `$` is `$1`. */
  set(name: string, value: YaqlValue): void {
    this.variables ??= new Map();
    this.variables.set(variableName(name), value);
  }

  /** Nothing where nobody has set it, as in YAQL. */
  get(name: string): YaqlValue {
    return Context.find(this, variableName(name)) ?? null;
  }

  private static find(nearest: Context, variable: string): YaqlValue | undefined {
    for (let context: Context | undefined = nearest; context !== undefined; context = context.parent) {
      const value = context.variables?.get(variable);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** To be called before there are children, as these remember where functions are. */
  define(spec: YaqlFunction): void {
    this.functions ??= new Map();
    const specs = this.functions.get(spec.name) ?? { function: [], method: [] };
    if (spec.isFunction) specs.function.push(spec);
    if (spec.isMethod) specs.method.push(spec);
    this.functions.set(spec.name, specs);
  }

  /** `_` at the end is no part of a name. */
  functionsOf(name: string, way: CallingWay): (readonly YaqlFunction[])[] {
    const stripped = name.endsWith('_') ? name.replace(/_+$/, '') : name;
    const levels: (readonly YaqlFunction[])[] = [];
    for (const functions of Context.functionsBehind(this)) {
      const specs = functions.get(stripped)?.[way] ?? [];
      if (specs.length > 0) levels.push(specs);
    }
    return levels;
  }

  functionNames(): string[] {
    return Context.functionsBehind(this).flatMap((functions) => [...functions.keys()]);
  }

  private static functionsBehind(nearest: Context): ReadonlyMap<string, Functions>[] {
    const found: ReadonlyMap<string, Functions>[] = [];
    for (let context: Context | undefined = nearest; context !== undefined; context = context.defining) {
      if (context.functions !== undefined) found.push(context.functions);
    }
    return found;
  }
}

function variableName(name: string): string {
  if (name === '$' || name === '') return '$1';
  return name.startsWith('$') ? name : `$${name}`;
}
