import { isWordCharacter } from './characters';
import type { Anchor, Look } from './pattern';
import type { Program, Step } from './program';

const NEWLINE = 10;

/**
 * Where the match ends that Python would find at the start of a text, in characters; `undefined` where it
 * would find none. Each step is taken at most once for each place of the text, so that the work is the
 * product of both sizes at most.
 */
export function matchEnd(program: Program, codes: readonly number[]): number | undefined {
  const { steps, start } = program;
  const run = new Run(codes);
  const width = codes.length + 1;
  const seen = new Uint8Array(steps.length * width);
  const open: [step: number, at: number][] = [[start, 0]];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const [index, at] = state;
    const step = steps[index];
    if (step === undefined || seen[index * width + at] === 1) continue;
    seen[index * width + at] = 1;
    if (step.op === 'done') return at;
    if (step.op === 'split') open.push([step.second, at], [step.first, at]);
    else if (run.allows(step, at)) open.push([step.next, step.op === 'char' ? at + 1 : at]);
  }
  return undefined;
}

type Guard = Exclude<Step, { op: 'done' | 'split' }>;

/** What can be asked about the places of one text. */
class Run {
  private readonly looks = new Map<Program, Uint8Array>();

  constructor(private readonly codes: readonly number[]) {}

  /** Whether a step may be taken at a place. */
  allows(step: Guard, at: number): boolean {
    switch (step.op) {
      case 'char': {
        const code = this.codes[at];
        return code !== undefined && step.test(code);
      }
      case 'anchor':
        return this.holds(step.anchor, at);
      case 'look':
        return this.sees(step.program, step.look, at) === step.look.wanted;
    }
  }

  private holds(anchor: Anchor, at: number): boolean {
    const { length } = this.codes;
    switch (anchor) {
      case 'start':
        return at === 0;
      case 'end':
        return at === length;
      case 'end of line':
        return at === length || (at === length - 1 && this.codes[at] === NEWLINE);
      case 'edge of word':
        return this.isWord(at - 1) !== this.isWord(at);
      case 'no edge of word':
        // To Python an empty text has no place that is none.
        return length > 0 && this.isWord(at - 1) === this.isWord(at);
    }
  }

  private isWord(at: number): boolean {
    const code = this.codes[at];
    return code !== undefined && isWordCharacter(code);
  }

  private sees(program: Program, { back = 0 }: Look, at: number): boolean {
    const places = this.looks.get(program) ?? this.placesOf(program);
    this.looks.set(program, places);
    return at >= back && places[at - back] === 1;
  }

  /** At which places of the text the program finds a match, from the last place to the first. */
  private placesOf(program: Program): Uint8Array {
    const places = new Uint8Array(this.codes.length + 1);
    const before = predecessors(program);
    let following = new Uint8Array(program.steps.length);
    for (let at = this.codes.length; at >= 0; at -= 1) {
      following = this.reaching(program, before, following, at);
      places[at] = following[program.start] ?? 0;
    }
    return places;
  }

  /** The steps from which the end can be reached at a place, given those of the place after it. */
  private reaching(
    { steps }: Program,
    before: readonly (readonly number[])[],
    following: Uint8Array,
    at: number,
  ): Uint8Array<ArrayBuffer> {
    const reaching = new Uint8Array(steps.length);
    const open: number[] = [];
    const mark = (index: number): void => {
      if (reaching[index] === 1) return;
      reaching[index] = 1;
      open.push(index);
    };
    for (const [index, step] of steps.entries()) {
      if (step.op === 'done' || (step.op === 'char' && following[step.next] === 1 && this.allows(step, at)))
        mark(index);
    }
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      for (const other of before[index] ?? []) if (this.leadsOn(steps[other], at)) mark(other);
    }
    return reaching;
  }

  private leadsOn(step: Step | undefined, at: number): boolean {
    return step?.op === 'split' || ((step?.op === 'anchor' || step?.op === 'look') && this.allows(step, at));
  }
}

/** For each step those that lead to it without taking a character. */
function predecessors({ steps }: Program): number[][] {
  const before: number[][] = steps.map(() => []);
  for (const [index, step] of steps.entries()) {
    if (step.op === 'split') {
      before[step.first]?.push(index);
      before[step.second]?.push(index);
    } else if (step.op === 'anchor' || step.op === 'look') {
      before[step.next]?.push(index);
    }
  }
  return before;
}
