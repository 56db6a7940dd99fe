/** One test of all. */
interface NamedTest {
  readonly spec: string;
  readonly index: number;
}

/** Which tests caught mutants of a file: they are likely to catch the next. */
export class Catches {
  private readonly byFile = new Map<string, Map<string, number>>();

  add(file: string, test: NamedTest): void {
    const counts = this.byFile.get(file) ?? new Map<string, number>();
    this.byFile.set(file, counts.set(keyOf(test), (counts.get(keyOf(test)) ?? 0) + 1));
  }

  /** Those that caught most first; the rest in the order they came in. */
  likelyFirst<T extends NamedTest>(file: string, tests: readonly T[]): readonly T[] {
    const counts = this.byFile.get(file);
    if (counts === undefined) return tests;
    const caught = (test: T): number => counts.get(keyOf(test)) ?? 0;
    return tests.toSorted((a, b) => caught(b) - caught(a));
  }
}

function keyOf({ spec, index }: NamedTest): string {
  return `${spec}#${index}`;
}
