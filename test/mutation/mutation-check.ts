import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { EQUIVALENT_MUTANTS } from './equivalent-mutants';
import type { EquivalentMutant } from './equivalent-mutants';
import { applyMutant, findMutants } from './find-mutants';
import type { Mutant } from './find-mutants';
import { reachedKey, SpecRuns } from './spec-runs';
import type { Baseline, Fate, MutationJob, MutationTest } from './spec-runs';
import { tryAll } from './worker-pool';

/** What became of a mutant; what cannot be compiled is none. */
export interface TriedMutant {
  /** Relative to the root of the project. */
  readonly file: string;
  readonly mutant: Mutant;
  readonly fate: Exclude<Fate, 'not a program'> | 'equivalent';
}

export interface MutationResult {
  readonly tried: readonly TriedMutant[];
  /** Those that are gone, or that a test catches after all. */
  readonly staleEquivalents: readonly EquivalentMutant[];
}

/** The folders whose code is broken, and the library whose unit specs are to notice. */
export const MUTATED_FOLDERS = ['libs/template/functions', 'libs/template/yaql'];
const SPECS_IN = 'libs/template';
/** What helps tests is not broken: they are what is to notice. */
const FIXTURES = `${sep}fixtures${sep}`;

const QUICK_MILLISECONDS = 20;
/** What a test may do more than with nothing broken. */
const HITS_FACTOR = 50;
const FEWEST_HITS = 200_000;

/** Breaks the sources in one place at a time and runs the unit specs each time. `only`: parts of the paths of files. */
export async function checkMutants(root: string, only: readonly string[]): Promise<MutationResult> {
  const specs = sourcesIn(join(root, SPECS_IN)).filter((file) => /(?<!\.prop)\.spec\.ts$/.test(file));
  const files = MUTATED_FOLDERS.flatMap((folder) => sourcesIn(join(root, folder)))
    .filter((file) => !file.endsWith('spec.ts') && !file.includes(FIXTURES))
    .filter((file) => only.length === 0 || only.some((part) => relative(root, file).includes(part)));
  const baselines = await new SpecRuns(root, specs, files).measure();
  const jobs = files.flatMap((file) => brokenVersions(file, baselines));
  const fates = await tryAll(jobs, { data: { root, specs, files }, threads: availableParallelism() });
  return settleFates(root, jobs, fates);
}

function sourcesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return entries.filter((entry) => entry.endsWith('.ts')).map((entry) => join(folder, entry));
}

/** A mutant, with what is to be tried. */
type Broken = MutationJob & { readonly mutant: Mutant };

function brokenVersions(file: string, baselines: readonly Baseline[]): Broken[] {
  const text = readFileSync(file, 'utf8');
  return findMutants(file, text).map((mutant) => ({
    file,
    mutant,
    text: applyMutant(text, mutant),
    tests: testsFor(file, mutant, baselines),
  }));
}

/**
 * What reaches the function that is broken. Outside of all functions: what reaches any function of the file, and all
 * that is quick; the slow rest could only catch more. Specs beside the file first, and quick ones.
 */
function testsFor(file: string, { within }: Mutant, baselines: readonly Baseline[]): MutationTest[] {
  const key = within === undefined ? undefined : reachedKey(file, within);
  const mayNotice = (baseline: Baseline): boolean =>
    key === undefined
      ? baseline.files.has(file) || baseline.milliseconds < QUICK_MILLISECONDS
      : baseline.reached.has(key);
  const rank = ({ spec }: Baseline): number => Number(dirname(spec) !== dirname(file));
  return baselines
    .filter(mayNotice)
    .sort((a, b) => rank(a) - rank(b) || a.milliseconds - b.milliseconds)
    .map((baseline) => ({
      spec: baseline.spec,
      index: baseline.index,
      mostHits: FEWEST_HITS + HITS_FACTOR * baseline.hits,
    }));
}

function settleFates(root: string, jobs: readonly Broken[], fates: readonly Fate[]): MutationResult {
  const stale = new Set(EQUIVALENT_MUTANTS);
  const tried = jobs.flatMap(({ file, mutant }, index): TriedMutant[] => {
    const fate = fates[index];
    if (fate === undefined || fate === 'not a program') return [];
    const path = relative(root, file).split(sep).join('/');
    const equivalent = EQUIVALENT_MUTANTS.find((candidate) => isThat(candidate, path, mutant));
    if (equivalent === undefined || fate === 'caught') return [{ file: path, mutant, fate }];
    stale.delete(equivalent);
    return [{ file: path, mutant, fate: 'equivalent' }];
  });
  const files = new Set(tried.map(({ file }) => file));
  return { tried, staleEquivalents: [...stale].filter(({ file }) => files.has(file)) };
}

function isThat(equivalent: EquivalentMutant, file: string, mutant: Mutant): boolean {
  return (
    equivalent.file === file &&
    equivalent.code === mutant.code &&
    equivalent.original === mutant.original &&
    equivalent.replacement === mutant.replacement
  );
}
