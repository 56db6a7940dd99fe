import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { expect } from 'expect';
import { ModuleMocker } from 'jest-mock';
import { instrument } from './instrument';
import { CompiledSources, ModuleRegistry } from './module-registry';
import type { BrokenModule } from './module-registry';
import { SpecCollector } from './spec-file';

/** One mutant, with the tests that may catch it in the order in which they are to try. */
export interface MutationJob {
  readonly file: string;
  /** The whole text of the file, broken. */
  readonly text: string;
  readonly tests: readonly Pick<Baseline, 'spec' | 'index'>[];
}

const HIT = '__hit';
/** What sources see beside what they import. */
const AMBIENT = ['describe', 'it', 'test', 'expect', 'jest', HIT];
/** Calls and rounds of loops of the broken file in one test: many times what the busiest test needs. */
const MOST_HITS = 20_000_000;

/** A test as it went with nothing broken. */
export interface Baseline {
  readonly spec: string;
  readonly index: number;
  readonly milliseconds: number;
  /** The functions that it reached, as `reachedKey` names them. */
  readonly reached: ReadonlySet<string>;
}

export type Fate = 'caught' | 'survived' | 'not a program';

/** Runs the unit specs of a library in this thread, with nothing broken or with one mutant. */
export class SpecRuns {
  private readonly originals: CompiledSources;

  constructor(
    private readonly root: string,
    private readonly specs: readonly string[],
  ) {
    this.originals = new CompiledSources(root, AMBIENT);
  }

  /** Compiles everything, so that what comes takes no longer than the tests do. */
  warm(): void {
    for (const spec of this.specs) this.load(spec, () => undefined);
  }

  /** Every test, with what it reaches in `files`. Throws where one fails. */
  async measure(files: readonly string[]): Promise<Baseline[]> {
    const sources = new CompiledSources(this.root, AMBIENT, (file) => {
      const text = readFileSync(file, 'utf8');
      return files.includes(file) ? instrument(file, text, (position) => hitCall(file, position)) : text;
    });
    const measured: Baseline[] = [];
    for (const spec of this.specs) measured.push(...(await this.measureSpec(spec, sources)));
    return measured;
  }

  private async measureSpec(spec: string, sources: CompiledSources): Promise<Baseline[]> {
    const loading = new Set<string>();
    let reached = loading;
    const collector = new SpecCollector();
    new ModuleRegistry(
      sources,
      ambientOf(collector, (key) => void reached.add(key)),
    ).load(spec);
    const measured: Baseline[] = [];
    for (const [index, { name, run }] of collector.tests.entries()) {
      // What is reached while the file is loaded, every test of it rests on.
      reached = new Set(loading);
      const begun = performance.now();
      try {
        await run();
      } catch (error) {
        throw new Error(`${relative(this.root, spec)}: "${name}" fails with nothing broken`, { cause: error });
      }
      measured.push({ spec, index, milliseconds: performance.now() - begun, reached });
    }
    return measured;
  }

  /** Runs the tests until one of them fails, or goes on for ever. */
  async tryMutant({ file, text, tests }: MutationJob): Promise<Fate> {
    const broken = this.compile(file, text);
    if (broken === undefined) return 'not a program';
    let hits = 0;
    const count = (): void => {
      hits += 1;
      if (hits > MOST_HITS) throw new Error('goes on for ever');
    };
    const loaded = new Map<string, SpecCollector>();
    try {
      for (const { spec, index } of tests) {
        const collector = loaded.get(spec) ?? this.load(spec, count, broken);
        loaded.set(spec, collector);
        hits = 0;
        await collector.tests[index]?.run();
        // A broken program may catch what counting throws.
        if (hits > MOST_HITS) return 'caught';
      }
      return 'survived';
    } catch {
      return 'caught';
    }
  }

  private compile(file: string, text: string): BrokenModule | undefined {
    try {
      return {
        file,
        body: this.originals.compile(
          file,
          instrument(file, text, (position) => hitCall(file, position)),
        ),
      };
    } catch {
      return undefined;
    }
  }

  private load(spec: string, hit: (key: string) => void, broken?: BrokenModule): SpecCollector {
    const collector = new SpecCollector();
    new ModuleRegistry(this.originals, ambientOf(collector, hit), broken).load(spec);
    return collector;
  }
}

/** Names a function of a file. */
export function reachedKey(file: string, position: number): string {
  return `${file}#${position}`;
}

function hitCall(file: string, position: number): string {
  return `${HIT}(${JSON.stringify(reachedKey(file, position))})`;
}

function ambientOf({ describe, it }: SpecCollector, hit: (key: string) => void): Record<string, unknown> {
  return { describe, it, test: it, expect, jest: new ModuleMocker(globalThis), [HIT]: hit };
}
