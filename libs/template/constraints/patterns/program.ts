import { assertNever } from '#contracts';
import { PatternFault } from './pattern';
import type { Anchor, CharTest, Look, Pattern } from './pattern';

/** A step of a program, with the numbers of the steps that may follow. */
export type Step =
  | { readonly op: 'char'; readonly test: CharTest; readonly next: number }
  /** `first` is tried before `second`. */
  | { readonly op: 'split'; readonly first: number; readonly second: number }
  | { readonly op: 'anchor'; readonly anchor: Anchor; readonly next: number }
  | { readonly op: 'look'; readonly look: Look; readonly program: Program; readonly next: number }
  | { readonly op: 'done' };

/** A pattern as steps from one character to the next. */
export interface Program {
  readonly steps: readonly Step[];
  readonly start: number;
  /** Of all programs inside it too. */
  readonly size: number;
}

/** Repetitions are written out, so that a short pattern may become a long program. */
const MOST_STEPS = 10_000;

/** Throws a `PatternFault` where the program becomes too large. */
export function makeProgram(pattern: Pattern): Program {
  const maker = new ProgramMaker();
  return maker.make(pattern);
}

class ProgramMaker {
  private readonly steps: Step[] = [];
  private inside = 0;

  make(pattern: Pattern): Program {
    const start = this.add(pattern, this.push({ op: 'done' }));
    return { steps: this.steps, start, size: this.steps.length + this.inside };
  }

  /** Adds the steps of a pattern that lead on to `next`; answers the first of them. */
  private add(pattern: Pattern, next: number): number {
    switch (pattern.kind) {
      case 'char':
        return this.push({ op: 'char', test: pattern.test, next });
      case 'anchor':
        return this.push({ op: 'anchor', anchor: pattern.anchor, next });
      case 'look':
        return this.addLook(pattern.part, pattern.look, next);
      case 'sequence':
        return pattern.parts.reduceRight((following, part) => this.add(part, following), next);
      case 'choice':
        return this.addChoice(pattern.branches, next);
      case 'repeat':
        return this.addRepeat(pattern, next);
      default:
        return assertNever(pattern);
    }
  }

  private addLook(part: Pattern, look: Look, next: number): number {
    const program = makeProgram(part);
    this.inside += program.size;
    return this.push({ op: 'look', look, program, next });
  }

  private addChoice(branches: readonly Pattern[], next: number): number {
    const starts = branches.map((branch) => this.add(branch, next));
    return starts.reduceRight((second, first) => this.push({ op: 'split', first, second }));
  }

  private addRepeat({ part, times }: Extract<Pattern, { kind: 'repeat' }>, next: number): number {
    const { min, max, lazy } = times;
    const options = max === Infinity ? 0 : max - min;
    if (min + options > MOST_STEPS) throw tooLarge();
    let start = max === Infinity ? this.addLoop(part, lazy, next) : next;
    for (let count = 0; count < options; count += 1) start = this.push(splitOf(this.add(part, start), next, lazy));
    for (let count = 0; count < min; count += 1) start = this.add(part, start);
    return start;
  }

  private addLoop(part: Pattern, lazy: boolean, next: number): number {
    const split = this.push({ op: 'done' });
    const start = this.add(part, split);
    this.steps[split] = splitOf(start, next, lazy);
    return split;
  }

  private push(step: Step): number {
    if (this.steps.length + this.inside >= MOST_STEPS) throw tooLarge();
    return this.steps.push(step) - 1;
  }
}

function tooLarge(): PatternFault {
  return new PatternFault(`it becomes larger than the limit of ${MOST_STEPS} steps`);
}

function splitOf(start: number, next: number, lazy: boolean): Step {
  return lazy ? { op: 'split', first: next, second: start } : { op: 'split', first: start, second: next };
}
