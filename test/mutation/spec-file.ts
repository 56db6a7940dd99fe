/** One test of a file of tests, told apart by its position there. */
export interface SpecTest {
  readonly name: string;
  readonly run: () => unknown;
}

type Define = (name: string, run: () => unknown) => void;
type DefineEach = (table: readonly unknown[]) => (name: string, run: (...row: unknown[]) => unknown) => void;

/** `describe`, `it` and `test` as far as unit specs use them, which gather tests instead of running them. */
export class SpecCollector {
  readonly tests: SpecTest[] = [];
  private readonly path: string[] = [];

  readonly it = withEach((name, run) => this.tests.push({ name: [...this.path, name].join(' › '), run }));

  readonly describe = withEach((name, define) => {
    this.path.push(name);
    define();
    this.path.pop();
  });
}

function withEach(define: Define): Define & { each: DefineEach; skip: () => void } {
  const each: DefineEach = (table) => (name, run) => {
    for (const row of table) define(name, () => (Array.isArray(row) ? run(...(row as unknown[])) : run(row)));
  };
  return Object.assign(define, { each, skip: () => undefined });
}
