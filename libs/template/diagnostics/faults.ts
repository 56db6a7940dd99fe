import type { Place } from './place';

/** One thing that is wrong, before it is turned into a diagnostic. */
export interface Fault {
  readonly place: Place;
  readonly detail: string;
  /** Where in the text, if that is known better than by the place. */
  readonly position?: { readonly line: number; readonly column: number };
}

/** More faults than anybody reads; what a template can make us write is bounded by it. */
const MOST_FAULTS = 1000;

/** Gathers everything that is wrong, so that the user is told all of it at once. */
export class Faults {
  private readonly gathered: Fault[] = [];
  private total = 0;

  /** `detail` may be a function where the text costs something to make. */
  add(place: Place, detail: string | (() => string)): void {
    this.keep(() => ({ place, detail: typeof detail === 'string' ? detail : detail() }));
  }

  /** Adds what is wrong with a text that could not be read. */
  addRead(place: Place, fault: Omit<Fault, 'place'>): void {
    this.keep(() => ({ place, ...fault }));
  }

  /** Adds, and stands for what could not be made: `return faults.refuse(…)`. */
  refuse(place: Place, detail: string): null {
    this.add(place, detail);
    return null;
  }

  get count(): number {
    return this.total;
  }

  get none(): boolean {
    return this.total === 0;
  }

  list(): readonly Fault[] {
    return this.gathered;
  }

  /** How many there were beyond those in `list`. */
  get unlisted(): number {
    return this.total - this.gathered.length;
  }

  private keep(make: () => Fault): void {
    this.total += 1;
    if (this.gathered.length < MOST_FAULTS) this.gathered.push(make());
  }
}
