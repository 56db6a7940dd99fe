import type { YaqlValue } from '../values/value';
import type { YaqlFunction, Scope } from './yaql-function';

/** A scope that adds to, and hides, what its parent has. */
export class Context implements Scope {
  readonly kind = 'frame';
  private variables: Map<string, YaqlValue> | undefined;
  private functions: Map<string, YaqlFunction[]> | undefined;

  constructor(private readonly parent: Context | undefined) {}

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
    const variable = variableName(name);
    for (const context of Context.lineage(this)) {
      const value = context.variables?.get(variable);
      if (value !== undefined) return value;
    }
    return null;
  }

  define(spec: YaqlFunction): void {
    this.functions ??= new Map();
    const specs = this.functions.get(spec.name);
    if (specs === undefined) this.functions.set(spec.name, [spec]);
    else specs.push(spec);
  }

  /** The functions of a name, of which `_` at the end is no part; those of the nearest context first. */
  functionsOf(name: string): (readonly YaqlFunction[])[] {
    const levels: (readonly YaqlFunction[])[] = [];
    const stripped = name.replace(/_+$/, '');
    for (const context of Context.lineage(this)) {
      const specs = context.functions?.get(stripped);
      if (specs !== undefined) levels.push(specs);
    }
    return levels;
  }

  *functionNames(): Generator<string> {
    for (const context of Context.lineage(this)) yield* context.functions?.keys() ?? [];
  }

  /** From the nearest to the library. */
  private static *lineage(nearest: Context): Generator<Context> {
    for (let context: Context | undefined = nearest; context !== undefined; context = context.parent) yield context;
  }
}

function variableName(name: string): string {
  if (name === '$' || name === '') return '$1';
  return name.startsWith('$') ? name : `$${name}`;
}
