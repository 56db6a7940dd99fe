import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { expect } from 'expect';
import { ModuleMocker } from 'jest-mock';
import { Catches } from './catches';
import { HitLimit } from './hit-limit';
import { instrument } from './instrument';
import { CompiledSources, ModuleRegistry } from './module-registry';
import type { BrokenModule } from './module-registry';
import { SpecCollector } from './spec-file';

/** One mutant, with the tests that may catch it in the order in which they are to try. */
export interface MutationJob {
  readonly file: string;
  /** The whole text of the file, broken. */
  readonly text: string;
  readonly tests: readonly MutationTest[];
}

export interface MutationTest {
  readonly spec: string;
  readonly index: number;
  /** How often it may call what is counted, before it counts as going on for ever. */
  readonly mostHits: number;
}

const HIT = '__hit';
/** What sources see beside what they import. */
const AMBIENT = ['describe', 'it', 'test', 'expect', 'jest', HIT];

/** A test as it went with nothing broken. */
export interface Baseline {
  readonly spec: string;
  readonly index: number;
  readonly milliseconds: number;
  /** The functions that it reached, as `reachedKey` names them. */
  readonly reached: ReadonlySet<string>;
  /** The files that these are in. */
  readonly files: ReadonlySet<string>;
  /** How often it called functions of the files that may be broken, and went round their loops. */
  readonly hits: number;
}

export type Fate = 'caught' | 'survived' | 'not a program';

/** Runs the unit specs of a library in this thread, with nothing broken or with one mutant. */
export class SpecRuns {
  private readonly originals: CompiledSources;
  private readonly catches = new Catches();

  constructor(
    private readonly root: string,
    private readonly specs: readonly string[],
    /** The files of which calls and rounds of loops are counted: those that may be broken. */
    files: readonly string[],
  ) {
    const counted = new Set(files);
    this.originals = new CompiledSources(root, AMBIENT, (file) => {
      const text = readFileSync(file, 'utf8');
      return counted.has(file) ? counting(file, text) : text;
    });
  }

  /** Compiles everything, so that what comes takes no longer than the tests do. */
  warm(): void {
    for (const spec of this.specs) this.load(spec, () => undefined);
  }

  /** Every test, with what it reaches in the files that may be broken. Throws where one fails. */
  async measure(): Promise<Baseline[]> {
    const measured: Baseline[] = [];
    for (const spec of this.specs) measured.push(...(await this.measureSpec(spec)));
    return measured;
  }

  private async measureSpec(spec: string): Promise<Baseline[]> {
    const loading = new Set<string>();
    let reached = loading;
    let hits = 0;
    const collector = this.load(spec, (key) => {
      reached.add(key);
      hits += 1;
    });
    const measured: Baseline[] = [];
    for (const [index, { name, run }] of collector.tests.entries()) {
      // What is reached while the file is loaded, every test of it rests on.
      reached = new Set(loading);
      hits = 0;
      const begun = performance.now();
      try {
        await run();
      } catch (error) {
        throw new Error(`${relative(this.root, spec)}: "${name}" fails with nothing broken`, { cause: error });
      }
      const milliseconds = performance.now() - begun;
      measured.push({ spec, index, milliseconds, reached, files: new Set([...reached].map(fileOf)), hits });
    }
    return measured;
  }

  /** Runs the tests until one of them fails, or goes on for ever. */
  async tryMutant({ file, text, tests }: MutationJob): Promise<Fate> {
    const broken = this.compile(file, text);
    if (broken === undefined) return 'not a program';
    const hits = new HitLimit();
    const loaded = new Map<string, SpecCollector>();
    for (const test of this.catches.likelyFirst(file, tests)) {
      try {
        hits.reset(test.mostHits);
        const collector = loaded.get(test.spec) ?? this.load(test.spec, hits.count, broken);
        loaded.set(test.spec, collector);
        await collector.tests[test.index]?.run();
        // A broken program may catch what counting throws.
        if (!hits.isOver) continue;
      } catch {
        // What the test throws, it noticed.
      }
      this.catches.add(file, test);
      return 'caught';
    }
    return 'survived';
  }

  private compile(file: string, text: string): BrokenModule | undefined {
    try {
      return { file, body: this.originals.compile(file, counting(file, text)) };
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

function fileOf(key: string): string {
  return key.slice(0, key.lastIndexOf('#'));
}

function counting(file: string, text: string): string {
  return instrument(file, text, (position) => hitCall(file, position));
}

function hitCall(file: string, position: number): string {
  return `${HIT}(${JSON.stringify(reachedKey(file, position))})`;
}

function ambientOf({ describe, it }: SpecCollector, hit: (key: string) => void): Record<string, unknown> {
  return { describe, it, test: it, expect, jest: new ModuleMocker(globalThis), [HIT]: hit };
}
